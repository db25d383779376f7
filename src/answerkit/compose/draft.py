"""What composing one edition has looked up and gathered so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol, TypeVar, assert_never

from answerkit.compose.numbering import targets
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Figure, Item, Library, Measurement
from answerkit.model.document import LANGUAGES, Footnote, Inline, Link, Paragraph, Text
from answerkit.model.problem import Place, Problem, Where, problem
from answerkit.model.suggest import suggestion
from answerkit.model.theme import ChartColors
from answerkit.prose import danish
from answerkit.prose.slots import FigureSlot, ForeignSlot, InlineSlot, LawSlot, RefSlot, TermSlot, TextSlot


class _Record(Protocol):
    @property
    def where(self) -> Where: ...


R = TypeVar("R", bound=_Record)


class Draft:
    """Answers every slot of one edition, in reading order, and remembers what was used.

    Attributes:
        library: what may be looked up.
        public: the names that a hint may repeat.
        targets: what can be referred to; ``added`` are the items that only the confidential edition has.
        colors: what charts are drawn in.
        sources: paths of the content used; blocks, figures: ids.
    """

    def __init__(
        self,
        answer: Answer,
        library: Library,
        public: Library,
        added: tuple[Item, ...] = (),
        colors: ChartColors | None = None,
    ) -> None:
        self.answer, self.library, self.public = answer, library, public
        self.targets = targets(answer, added)
        self.problems: list[Problem] = []
        self.footnotes: list[Footnote] = []
        self.sources: set[str] = {answer.where[""].file}
        self.blocks: set[str] = set()
        self.figures: set[str] = set()
        self.colors = colors or ChartColors()
        self._explained: set[str] = set()
        self._linked: set[str] = set()

    def report(self, code: Code, place: Place, detail: str = "", hint: str = "") -> None:
        """Note a problem; composing goes on, so that all are found."""
        self.problems.append(problem(code, place, detail, hint))

    def look_up(self, records: Mapping[str, R], known: Mapping[str, R], name: str, place: Place) -> R | None:
        """The record of that id, noted as used, or None and a problem; ``known`` are the public names."""
        record = records.get(name)
        if record is None:
            self.report(Code.AK301, place, name, suggestion(name, known))
        else:
            self.sources.add(record.where[""].file)
        return record

    def figure(self, name: str, place: Place) -> tuple[Figure, Measurement] | None:
        """A figure and its measurement at the answer's date, or the pinned one."""
        figure = self.look_up(self.library.figures, self.public.figures, name, place)
        if figure is None:
            return None
        measurement = _measurement(figure, self.answer.pins.get(name), self.answer.dated)
        if measurement is None:
            self.report(Code.AK308, place, f"{name}, svaret {self.answer.id}")
            return None
        self.figures.add(name)
        return figure, measurement

    def inline(self, slot: InlineSlot) -> tuple[Inline, ...]:
        """What stands on the page for a slot; nothing where it could not be resolved."""
        match slot:
            case TextSlot(text):
                return (Text(danish.bound(text)),)
            case FigureSlot(name, place, unit):
                return self._figure(name, place, unit=unit)
            case LawSlot(name, place):
                return self._law(name, place)
            case TermSlot(name, place):
                return self._term(name, place)
            case RefSlot(name, place):
                return self._ref(name, place)
            case ForeignSlot(language, words):
                return (Text(words, language=LANGUAGES[language]),)
            case _:
                assert_never(slot)

    def footnote(self, blocks: tuple[Paragraph, ...]) -> int:
        """Keep a footnote; what comes back is its 1-based number."""
        self.footnotes.append(Footnote(len(self.footnotes) + 1, blocks))
        return len(self.footnotes)

    def _figure(self, name: str, place: Place, *, unit: bool) -> tuple[Inline, ...]:
        found = self.figure(name, place)
        if found is None:
            return ()
        figure, measurement = found
        if unit:
            return (Text(danish.quantity(figure, measurement), name),)
        return (Text(danish.amount(measurement.value, circa=measurement.circa), name),)

    def _law(self, name: str, place: Place) -> tuple[Inline, ...]:
        law = self.look_up(self.library.laws, self.public.laws, name, place)
        if law is None:
            return ()
        text = Text(danish.bound(law.short))
        if law.url in self._linked:
            return (text,)
        self._linked.add(law.url)
        return (Link(law.url, (text,)),)

    def _term(self, name: str, place: Place) -> tuple[Inline, ...]:
        term = self.look_up(self.library.terms, self.public.terms, name, place)
        if term is None:
            return ()
        first = name not in self._explained
        self._explained.add(name)
        return (Text(f"{term.expansion} ({name})" if first and term.expansion else name),)

    def _ref(self, name: str, place: Place) -> tuple[Inline, ...]:
        target = self.targets.get(name)
        if target is None:
            self.report(Code.AK301, place, name, suggestion(name, targets(self.answer)))
            return ()
        return (target.reference,)


def _measurement(figure: Figure, pinned: date | None, day: date) -> Measurement | None:
    if pinned is None:
        return figure.at(day)
    return next((measurement for measurement in figure.series if measurement.as_of == pinned), None)
