"""Whether all that the files of the public root name is there, sound, and may be named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from answerkit.load.fields import DATE
from answerkit.load.items import Stock, all_sections, section_anchors
from answerkit.load.known import Known, place_of, repeated
from answerkit.load.shown import shown
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Answered, Block, Figure, Ground, Section
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """What an answer's references are held against.

    Attributes:
        figures, grounds: the records without problems.
        known_grounds: all grounds that there are.
    """

    stock: Stock
    known_grounds: Known
    figures: Mapping[str, Figure]
    grounds: Mapping[str, Ground]

    def problems(self, answer: Answer) -> Iterator[Problem]:
        """What is wrong with an answer's references, and with the names that it gives."""
        sections = tuple(all_sections(answer.sections))
        for section in sections:
            yield from self.stock.check(section.content)
            yield from self._grounds(section)
        yield from repeated(anchor for section in sections for anchor in section_anchors(section))
        yield from _questions(answer, Known([section.id for section in sections]))
        for index, (figure, day) in enumerate(answer.pins.items()):
            place = answer.where["pins", index]
            yield from self._pin(figure, day, place)
            if DATE.placeholder != answer.dated < day:
                yield problem(
                    Code.AK308, place, f"{shown(figure)}: {day}", "angiv en dag, der ikke er senere"
                )

    def _grounds(self, section: Section) -> Iterator[Problem]:
        if section.withheld is None:
            return
        for index, name in enumerate(section.withheld.grounds):
            place = section.withheld.where["grounds", index]
            yield from self.known_grounds.check(name, place)
            if name in self.grounds and not self.grounds[name].public:
                yield problem(Code.AK304, place, shown(name))

    def _pin(self, name: str, day: date, place: Place) -> Iterator[Problem]:
        yield from self.stock.figures.check(name, place)
        figure = self.figures.get(name)
        days = [measurement.as_of for measurement in figure.series] if figure else []
        if days and day not in (*days, DATE.placeholder):
            hint = f"tallet er opgjort pr. {', '.join(map(str, days[:5]))}"
            yield problem(Code.AK301, place, f"{shown(name)}: {day}", hint)


def block_problems(block: Block, laws: Known) -> Iterator[Problem]:
    """What is wrong with a block's references."""
    return laws.check_list(block.laws, block.where, "laws")


def _questions(answer: Answer, sections: Known) -> Iterator[Problem]:
    questions = answer.enquiry.questions
    for question in questions:
        if isinstance(question.outcome, Answered):
            yield from sections.check_list(question.outcome.sections, question.where, "answered_in")
    yield from repeated((question.id, place_of(question.where, "id")) for question in questions)
