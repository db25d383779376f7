"""The public edition, made from the public library and nothing else."""

from __future__ import annotations

from pathlib import Path

from answerkit.compose.composed import Composed
from answerkit.compose.draft import Draft
from answerkit.compose.edition import Assembler
from answerkit.compose.manuscript import Manuscripts
from answerkit.compose.templates import Templates
from answerkit.model.config import Config
from answerkit.model.content import Answer, Library, Section
from answerkit.model.document import Edition, Part

BANNER = "Offentlig udgave"


class PublicComposer:
    """Composes public editions; what has been read for one answer serves the next.

    Attributes:
        problems: template files that could not be read.
    """

    def __init__(self, library: Library, config: Config, templates: Path) -> None:
        sources = Templates(templates)
        self.problems = sources.problems
        self._library = library
        self._colors = config.theme.charts
        self._assembler = Assembler(Manuscripts(sources), config, self._notice)

    def compose(self, answer: Answer) -> Composed:
        """The answer's public edition: withheld sections keep number and heading above a neutral notice."""
        draft = Draft(answer, self._library, self._library, colors=self._colors)
        return self._assembler.assemble(draft, Edition.PUBLIC, BANNER)

    def _notice(self, draft: Draft, section: Section, level: int) -> Part:
        place = section.where[""]
        names = section.withheld.grounds if section.withheld else ()
        values: dict[str, object] = {"grounds": self._assembler.grounds(draft, names, place)}
        return Part(self._assembler.page(draft, "withheld", values, place, level))
