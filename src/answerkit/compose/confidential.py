"""The confidential edition: the public library and an overlay. Nothing public imports this module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from answerkit.compose.composed import Composed
from answerkit.compose.draft import Draft
from answerkit.compose.edition import Assembler
from answerkit.compose.items import item_nodes
from answerkit.compose.manuscript import Manuscripts
from answerkit.compose.numbering import name_of, targets
from answerkit.compose.templates import Templates
from answerkit.model.codes import Code
from answerkit.model.config import Config
from answerkit.model.content import Answer, BlockItem, Item, Library, Section
from answerkit.model.document import Edition, Part
from answerkit.model.overlay import ConfidentialLibrary, Filling, Overlay
from answerkit.prose.danish import bound

MARK = "FORTROLIG"


class ConfidentialComposer:
    """Composes confidential editions.

    Attributes:
        problems: template files that could not be read.
    """

    def __init__(
        self, library: Library, confidential: ConfidentialLibrary, config: Config, templates: Path
    ) -> None:
        sources = Templates(templates)
        self.problems = sources.problems
        self._public = library
        self._library = replace(
            library,
            blocks={**library.blocks, **confidential.blocks},
            figures={**library.figures, **confidential.figures},
        )
        self._manuscripts = Manuscripts(sources)
        self._config = config

    def compose(self, answer: Answer, overlay: Overlay) -> Composed:
        """The answer with its withheld sections filled from the overlay, under the same numbers."""
        added = tuple(item for filling in overlay.fillings for item in filling.content)
        draft = Draft(answer, self._library, self._public, added, self._config.theme.charts)
        draft.sources.add(overlay.where[""].file)
        _report_shared_names(draft, added)
        return _Confidential(self._manuscripts, self._config, overlay).compose(draft)


def _report_shared_names(draft: Draft, added: tuple[Item, ...]) -> None:
    """A table or picture of the overlay that takes the name of a public one would take its number too."""
    public = targets(draft.answer)
    for item in added:
        if not isinstance(item, BlockItem) and name_of(item) in public:
            draft.report(Code.AK303, item.where[""])


def _public_grounds(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield from section.withheld.grounds if section.withheld else ()
        yield from _public_grounds(section.sections)


class _Confidential:
    """One confidential edition in the making."""

    def __init__(self, manuscripts: Manuscripts, config: Config, overlay: Overlay) -> None:
        self._manuscripts, self._overlay = manuscripts, overlay
        self._fillings = {filling.section: filling for filling in overlay.fillings}
        self._assembler = Assembler(manuscripts, config, self._fill)

    def compose(self, draft: Draft) -> Composed:
        names = [*_public_grounds(draft.answer.sections), *self._own_grounds()]
        grounds = self._assembler.grounds(draft, names, self._overlay.where[""])
        cover = self._cover(draft, grounds)
        banner = bound(f"{MARK} · {', '.join(grounds)}")
        return self._assembler.assemble(draft, Edition.CONFIDENTIAL, banner, cover)

    def _own_grounds(self) -> Iterator[str]:
        for filling in self._overlay.fillings:
            yield from filling.grounds

    def _cover(self, draft: Draft, grounds: list[str]) -> Part:
        values: dict[str, object] = {"recipients": self._overlay.recipients, "grounds": grounds}
        nodes = self._assembler.page(draft, "cover", values, self._overlay.where[""], level=1)
        return Part(nodes, confidential=True)

    def _fill(self, draft: Draft, section: Section, level: int) -> Part:
        filling = self._fillings.get(section.id)
        if filling is None:
            draft.report(Code.AK307, self._overlay.where[""])
            return Part((), confidential=True)
        values = self._values(draft, section, filling)
        nodes = self._assembler.page(draft, "confidential", values, filling.where[""], level)
        items = (item_nodes(draft, self._manuscripts, item, level) for item in filling.content)
        return Part((*nodes, *chain.from_iterable(items)), confidential=True)

    def _values(self, draft: Draft, section: Section, filling: Filling) -> dict[str, object]:
        public = section.withheld.grounds if section.withheld else ()
        grounds = self._assembler.grounds(draft, (*public, *filling.grounds), filling.where[""])
        return {"grounds": grounds, "text": filling.text}
