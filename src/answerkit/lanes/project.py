"""Where things lie in a project, and which answers a command names.

Ids are taken from file names alone: no content is read here.
"""

from __future__ import annotations

from pathlib import Path

from answerkit.errors import UsageError
from answerkit.model.frozen import dataclass
from answerkit.model.suggest import suggestion

PROJECT_FILE = "answerkit.toml"


@dataclass(frozen=True, slots=True)
class PublicPaths:
    """All that the public lane may read of a project.

    Attributes:
        base: the project's folder, absolute.
    """

    base: Path

    @property
    def content(self) -> Path:
        """The public content root."""
        return self.base / "content" / "public"

    @property
    def templates(self) -> Path:
        """Jinja templates and the reference file."""
        return self.base / "templates"

    @property
    def reference(self) -> Path:
        """The Word file whose styles every answer has."""
        return self.templates / "reference.docx"

    @property
    def theme(self) -> Path:
        """The house style beyond what Word knows."""
        return self.templates / "theme.toml"

    @property
    def stylesheet(self) -> Path:
        """How HTML editions look."""
        return self.templates / "edition.css"

    @property
    def config(self) -> Path:
        """The project's settings."""
        return self.base / PROJECT_FILE

    @property
    def readable(self) -> tuple[Path, ...]:
        """What the wall leaves open."""
        return self.content, self.templates, self.config


def find_project(start: Path) -> Path:
    """The nearest folder with an ``answerkit.toml``, from ``start`` upwards; absolute.

    Raises:
        UsageError: there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    raise UsageError(
        f"{PROJECT_FILE} findes hverken her eller i mapperne ovenover",
        "gå til projektets mappe, eller angiv den med --project",
    )


def open_project(folder: Path) -> Path:
    """The folder, absolute, if a project lies there.

    Raises:
        UsageError: none does.
    """
    if not (folder / PROJECT_FILE).is_file():
        raise UsageError(f"{PROJECT_FILE} findes ikke i den angivne mappe", "angiv projektets egen mappe")
    return folder.resolve()


def own_confidential_root(base: Path) -> Path:
    """Where the confidential root of the project in a folder lies, which may be absent."""
    return base / "content" / "confidential"


def no_confidential_root() -> UsageError:
    """That the confidential root that was named is no folder."""
    return UsageError("den angivne fortrolige mappe findes ikke", "ret stien efter --confidential")


def confidential_root(named: Path | None, paths: PublicPaths) -> Path:
    """The confidential root that was named, or else the project's own, which may be absent.

    Raises:
        UsageError: the named one is no folder.
    """
    if named is None:
        return own_confidential_root(paths.base)
    if not named.is_dir():
        raise no_confidential_root()
    return named


def answer_ids(paths: PublicPaths) -> tuple[str, ...]:
    """Ids of all answers, sorted, by their files' names."""
    root = paths.content / "answers"
    files = (file.relative_to(root).with_suffix("") for file in root.rglob("*.yaml"))
    return tuple(sorted(file.as_posix() for file in files))


def select_answers(paths: PublicPaths, names: tuple[str, ...], here: Path) -> tuple[str, ...]:
    """The ids that the names mean, each once, in the order given.

    Args:
        paths: the project.
        names: ids, or paths of answer files as seen from ``here``.
        here: the folder that relative paths start from.

    Raises:
        UsageError: a name means no answer.
    """
    known = frozenset(answer_ids(paths)) if names else frozenset[str]()
    return tuple(dict.fromkeys(_answer_id(paths, name, here, known) for name in names))


def _answer_id(paths: PublicPaths, name: str, here: Path, known: frozenset[str]) -> str:
    if name in known:
        return name
    root = (paths.content / "answers").resolve()
    file = (here / name).resolve()
    if file.suffix == ".yaml" and file.is_relative_to(root):
        meant = file.relative_to(root).with_suffix("").as_posix()
        if meant in known:
            return meant
    raise UsageError(
        f"svaret »{name}« findes ikke",
        suggestion(name, known) or "skriv svarets id, eller stien til dets fil i content/public/answers",
    )
