"""Fragments with what they belong to: prose at its place, or a template filled in for a record."""

from __future__ import annotations

from collections.abc import Mapping

from answerkit.compose.templates import Rendered, Templates
from answerkit.model.content import Prose
from answerkit.model.document import Origin
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem
from answerkit.prose.expressions import Slotted, slot_prose
from answerkit.prose.fragment import Fragment, read_fragment


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A fragment, the id of its block, answer or overlay, and where it stands.

    Attributes:
        source: the prose; or, of a filled-in template, the record that it was filled in for.
        template: place of the template's file, or None for prose.
    """

    fragment: Fragment
    problems: tuple[Problem, ...]
    id: str
    source: Prose | Place
    template: Place | None = None

    @property
    def is_prose(self) -> bool:
        """Whether people wrote it for one block; a template may use more kinds of Markdown."""
        return isinstance(self.source, Prose)

    def place(self, line: int) -> Place:
        """Where to mend what is wrong at a 1-based line of the fragment."""
        if isinstance(self.source, Prose):
            return self.source.place(line)
        return self.template or self.source

    def origin(self, line: int) -> Origin:
        """Where the content at that line came from."""
        return Origin(self.id, self.source.place(line) if isinstance(self.source, Prose) else self.source)


class Manuscripts:
    """Templates and prose, each read once, whatever the number of answers that use it."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self._prose: dict[Place, Manuscript] = {}
        self._blocks: dict[str, Manuscript] = {}

    def prose(self, prose: Prose, name: str) -> Manuscript:
        """Prose as written at its place, for the record of that id."""
        if prose.start not in self._prose:
            fragment, problems = _read(slot_prose(prose))
            self._prose[prose.start] = Manuscript(fragment, problems, name, prose)
        return self._prose[prose.start]

    def block(self, name: str, template: str, values: Mapping[str, object], place: Place) -> Manuscript:
        """A block's template filled in; it depends on the block alone, so it is kept by the block's id."""
        if name not in self._blocks:
            self._blocks[name] = self.page(name, template, values, place)
        return self._blocks[name]

    def page(self, name: str, template: str, values: Mapping[str, object], place: Place) -> Manuscript:
        """A template filled in with values of one answer."""
        fragment, problems = _read(self._templates.render(template, values))
        return Manuscript(fragment, problems, name, place, self._templates.place(template))


def _read(source: Slotted | Rendered) -> tuple[Fragment, tuple[Problem, ...]]:
    return read_fragment(source.markdown, source.slots), source.problems
