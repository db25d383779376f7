"""What is secret: all that the confidential tree says, or what the user points at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.confiding import authority, confided
from answerkit.lanes.content import Content, read_content
from answerkit.lanes.project import PublicPaths
from answerkit.load.files import Found, Root, read_bytes, root_at, walk
from answerkit.load.public import load_public
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem, sort_key
from answerkit.model.text import Piece, Role
from answerkit.verify.extract.limits import LIMITS
from answerkit.verify.extract.read import extract
from answerkit.verify.secrets.derive import from_texts

_SAYING = frozenset({Role.BODY, Role.COMMENT})


def clear_project(paths: PublicPaths, root: Path) -> Clearance:
    """What a project's confidential root and its watchlist say, but for what its public content declares."""
    return clear_loaded(paths, root, read_content(paths, root))


def clear_loaded(paths: PublicPaths, root: Path, content: Content) -> Clearance:
    """The same, of trees that are read already."""
    known = confided(paths, root, content)
    return Clearance(known.secrets, known.problems)


def clear_against(against: Path, paths: PublicPaths | None = None) -> Clearance:
    """What a file, or all files of a folder, say: all of it is secret but what a project declares publicly.

    Args:
        against: the file or folder.
        paths: the project, where there is one.
    """
    texts: list[str] = []
    problems = list(_read_texts(against, texts.append))
    if not texts and not problems:
        problems = [problem(Code.AK115, _root(against).place())]
    public = load_public(paths.content, paths.base).said if paths else None
    secrets = from_texts(texts, public, authority(paths) if paths else "")
    return Clearance(secrets, tuple(sorted(problems, key=sort_key)))


def _read_texts(against: Path, take: Callable[[str], None]) -> Iterator[Problem]:
    """Give each text away, and say what cannot be read."""
    root = _root(against)
    if against.is_dir():
        found = walk(root)
        yield from found.problems
        files = found.files
    else:
        files = (Found(str(against), against.name),)
        root = Root(against.parent, "", confidential=True)
    for file in files:
        yield from _read_text(root, file, take)


def _root(against: Path) -> Root:
    return root_at(against, against.parent, confidential=True)


def _read_text(root: Root, file: Found, take: Callable[[str], None]) -> Iterator[Problem]:
    data = read_bytes(root, file, LIMITS.file)
    if isinstance(data, Problem):
        yield data
        return
    extracted = extract(file.name, data)
    if any(item.severity is Severity.ERROR for item in extracted.findings):
        yield problem(Code.AK110, root.place(file.name))
    for text in _said(extracted.pieces):
        take(text)


def _said(pieces: Sequence[Piece]) -> Iterator[str]:
    """What a reader of a file is told: of a part that is given as a whole too, the whole alone."""
    told = [piece for piece in pieces if piece.role in _SAYING]
    whole = {(piece.part, piece.role) for piece in told if not piece.place and not piece.line}
    for piece in told:
        if (piece.part, piece.role) not in whole or not (piece.place or piece.line):
            yield piece.text
