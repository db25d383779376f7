"""What the rules judge: the library, the answers asked for, and the confidential tree if it may be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from answerkit.lint import passages, uses
from answerkit.lint.passages import Passage
from answerkit.lint.spelling import Speller
from answerkit.lint.uses import Mention, Uses
from answerkit.model.config import DeadlinePolicy, LintSettings
from answerkit.model.content import Answer, Block, Figure, Library, Measurement
from answerkit.model.memory import Memory
from answerkit.model.overlay import ConfidentialLibrary, Overlay
from answerkit.prose.slots import LawSlot


class Subject:
    """All that a rule may look at. What several rules want to know is found out once.

    Args:
        library: the public records without problems.
        settings: how strict the rules are.
        deadline: how a deadline is counted.
        confidential: the confidential records, or None without clearance.
        only: ids of the answers to judge, with what they use; empty for the whole library.
        memory: what earlier runs found out of public texts, or None.
        speller: a Danish dictionary, or None where none is installed.
    """

    def __init__(  # noqa: PLR0913 - all that there is to know
        self,
        library: Library,
        settings: LintSettings,
        *,
        deadline: DeadlinePolicy = DeadlinePolicy(),  # noqa: B008 - frozen
        confidential: ConfidentialLibrary | None = None,
        only: tuple[str, ...] = (),
        speller: Speller | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.library, self.settings, self.deadline = library, settings, deadline
        self.confidential, self.speller, self._memory = confidential, speller, memory
        self.whole = not only
        names = only or tuple(library.answers)
        self.answers = tuple(library.answers[name] for name in names if name in library.answers)
        self._read: dict[str, tuple[Passage, ...]] = {}

    @cached_property
    def overlays(self) -> tuple[Overlay, ...]:
        """The overlays of the answers; none without clearance."""
        found = self.confidential.overlays if self.confidential else {}
        return tuple(found[answer.id] for answer in self.answers if answer.id in found)

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The blocks of both trees, by id."""
        return {**self.library.blocks, **(self.confidential.blocks if self.confidential else {})}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures of both trees, by id."""
        return {**self.library.figures, **(self.confidential.figures if self.confidential else {})}

    @cached_property
    def judged_figures(self) -> tuple[Figure, ...]:
        """The figures to judge: all, or those that the answers use."""
        return tuple(figure for figure in self.figures.values() if self.judges(figure))

    def judges(self, figure: Figure) -> bool:
        """Whether the figure is to be judged, and not only there to be compared."""
        return self.whole or figure.id in self.used_figures

    def has_broken(self, *collections: str) -> bool:
        """Whether a file of the collections could not be read, in either tree."""
        broken = self.library.broken | (self.confidential.broken if self.confidential else frozenset())
        return any(collection in collections for collection, _ in broken)

    def memory_for(self, passage: Passage) -> Memory | None:
        """Where facts of a passage may be remembered: nowhere, if it is confidential."""
        return None if passage.confidential else self._memory

    def passages_of(self, block: Block) -> tuple[Passage, ...]:
        """A block's passages, read once."""
        if block.id not in self._read:
            self._read[block.id] = tuple(passages.of_block(block))
        return self._read[block.id]

    @cached_property
    def naming(self) -> Mapping[str, tuple[str, ...]]:
        """Law id → ids of the public blocks that name it, in order."""
        naming: dict[str, list[str]] = defaultdict(list)
        for block in self.library.blocks.values():
            slots = (slot for passage in self.passages_of(block) for slot in passage.slots)
            for name in {*block.laws, *(slot.id for slot in slots if isinstance(slot, LawSlot))}:
                naming[name].append(block.id)
        return {name: tuple(blocks) for name, blocks in naming.items()}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text to judge, each once: by block, figure, asset, answer and overlay."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        for block in self.blocks.values():
            if self.whole or block.id in self.used_blocks:
                yield from self.passages_of(block)
        for figure in self.judged_figures:
            yield from passages.of_figure(figure)
        for asset in self.library.assets.values():
            if self.whole or asset.id in self.used_assets:
                yield from passages.of_asset(asset)
        for own in (*self._of_answers.values(), *self._of_overlays.values()):
            yield from own

    def passages_of_answer(self, answer: Answer) -> tuple[Passage, ...]:
        """The passages of an answer to judge, in reading order."""
        return self._of_answers[answer.id]

    def overlay_of(self, answer: Answer) -> Overlay | None:
        """The answer's overlay; None without clearance, or where it has none."""
        return self.confidential.overlays.get(answer.id) if self.confidential else None

    @cached_property
    def _of_answers(self) -> dict[str, tuple[Passage, ...]]:
        return {answer.id: tuple(passages.of_answer(answer)) for answer in self.answers}

    @cached_property
    def _of_overlays(self) -> dict[str, tuple[Passage, ...]]:
        return {overlay.extends: tuple(passages.of_overlay(overlay)) for overlay in self.overlays}

    @cached_property
    def uses(self) -> dict[str, Uses]:
        """By answer id, what its public edition takes from the library."""
        blocks, read = self.library.blocks, self.passages_of
        return {
            answer.id: uses.of_answer(answer, self._of_answers[answer.id], blocks, read)
            for answer in self.answers
        }

    def stated_figures(self, answer: Answer) -> frozenset[str]:
        """Ids of the figures that the public edition of any answer states, be it to judge or not."""
        if answer.id in self.uses:
            taken = self.uses[answer.id]
        else:
            own = passages.of_answer(answer)
            taken = uses.of_answer(answer, own, self.library.blocks, self.passages_of)
        return frozenset(mention.id for mention in taken.figures)

    @cached_property
    def confidential_uses(self) -> dict[str, Uses]:
        """By answer id, what its overlay takes from both trees; none without clearance."""
        return {
            overlay.extends: uses.of_overlay(
                overlay, self._of_overlays[overlay.extends], self.blocks, self.passages_of
            )
            for overlay in self.overlays
        }

    def all_uses(self, answer: Answer) -> tuple[Uses, ...]:
        """What the answer's editions take: the public one, then what its overlay adds."""
        added = self.confidential_uses.get(answer.id)
        return (self.uses[answer.id], added) if added else (self.uses[answer.id],)

    def figures_of(self, answer: Answer) -> Iterator[Mention]:
        """Each mention of a figure in the answer's editions."""
        for some in self.all_uses(answer):
            yield from some.figures

    @cached_property
    def used_blocks(self) -> frozenset[str]:
        """Ids of the blocks that the answers and their overlays use."""
        return frozenset(mention.id for some in self._all for mention in some.blocks)

    @cached_property
    def used_figures(self) -> frozenset[str]:
        """Ids of the figures that the answers and their overlays use."""
        return frozenset(mention.id for some in self._all for mention in some.figures)

    @cached_property
    def used_assets(self) -> frozenset[str]:
        """Ids of the pictures that the answers and their overlays use."""
        return frozenset(mention.id for some in self._all for mention in some.assets)

    @cached_property
    def _all(self) -> tuple[Uses, ...]:
        return (*self.uses.values(), *self.confidential_uses.values())


def measurement(figure: Figure, answer: Answer) -> Measurement | None:
    """The measurement that the answer states: the pinned one, or the newest at its date."""
    pinned: date | None = answer.pins.get(figure.id)
    if pinned is None:
        return figure.at(answer.dated)
    return next((item for item in figure.series if item.as_of == pinned), None)
