"""Both roots of a project, read: for the confidential lane, and for whoever must know what is secret."""

from __future__ import annotations

from pathlib import Path

from answerkit.lanes.project import PublicPaths
from answerkit.load.overlay import LoadedConfidential, load_confidential
from answerkit.load.public import LoadedPublic, load_public
from answerkit.model.content import Answer
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Content:
    """Both roots, read."""

    public: LoadedPublic
    confidential: LoadedConfidential

    @property
    def digests(self) -> dict[str, str]:
        """Path of a content file → its sha256 (hex), in both roots."""
        return {**self.public.library.digests, **self.confidential.library.digests}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content, the public root's first."""
        return (*self.public.problems, *self.confidential.problems)

    @property
    def answers(self) -> tuple[str, ...]:
        """Ids of all answers, those with problems too."""
        return tuple(sorted({*self.public.library.answers, *self.public.failed_answers}))

    def sound(self, name: str) -> Answer | None:
        """The answer, unless something that either edition of it needs is missing or broken."""
        failed = name in self.public.failed_answers or name in self.confidential.failed_answers
        return None if failed else self.public.library.answers.get(name)


def read_content(paths: PublicPaths, root: Path) -> Content:
    """Read a project's public root, and its confidential one at ``root``."""
    public = load_public(paths.content, paths.base)
    return Content(public, load_confidential(root, paths.base, public.library))
