"""What may not be found in a public file: all that the confidential tree says, or what the user points at.

Where some of it cannot be read, no file is clear, since what is not known cannot be excluded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from answerkit.lanes.project import PublicPaths
from answerkit.load.config import load_config
from answerkit.load.files import Found, Root, read_bytes, root_at, walk
from answerkit.load.overlay import WATCHLIST, LoadedConfidential, load_confidential
from answerkit.load.public import LoadedPublic, load_public
from answerkit.load.remarks import load_remarks
from answerkit.load.watchlist import load_watchlist
from answerkit.model.codes import Code
from answerkit.model.finding import Finding, Gate, Witness
from answerkit.model.problem import Problem, Severity, problem, sort_key
from answerkit.model.text import Piece, Role
from answerkit.verify.extract.limits import LIMITS
from answerkit.verify.extract.read import extract
from answerkit.verify.match.codes import Rule
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import derive, from_texts
from answerkit.verify.secrets.secret import Secrets

_UNREAD = re.compile("AK(?:1..|20[134])")
"""Codes of problems that leave text unread: unreadable files, unknown keys and values of a wrong kind."""

_SAYING = frozenset({Role.BODY, Role.COMMENT})


@dataclass(frozen=True)
class Clearance:
    """What files are held against.

    Attributes:
        problems: why not all that is secret is known, sorted, without any of its text; no file is clear then.
    """

    secrets: Secrets = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def matcher(self) -> Matcher:
        """Looks for the secrets; made when first asked for."""
        return Matcher(self.secrets)

    def findings(
        self, name: str, pieces: Sequence[Piece], ordinal: int = 1, witness: Witness | None = None
    ) -> tuple[Finding, ...]:
        """What is secret in a file, and that something may be when not all that is secret is known.

        Args:
            name: the file as the user named it.
            pieces: all text of the file.
            ordinal: the file's number in the run, shown where its name itself is secret.
            witness: as of ``Matcher.find``.
        """
        unsure = self.matcher.hide_names(self.doubts(name), ordinal)
        return (*unsure, *self.matcher.find(name, pieces, ordinal, witness))

    def told(self, item: Problem) -> Problem:
        """A problem as it may be told.

        Where something secret stands in what it quotes or in its file's name, it quotes nothing, and a
        number stands for the name.
        """
        place = item.place
        if place.confidential:
            return item
        quoted = f"{item.detail} {item.hint} {item.excerpt}"
        ordinal = self._ordinals.setdefault(place.file, len(self._ordinals) + 1)
        name = self.matcher.shown(place.file, ordinal)
        if name == place.file and self.matcher.shown(quoted, 0) == quoted:
            return item
        return replace(item.without_text(), place=replace(place, file=name))

    @cached_property
    def _ordinals(self) -> dict[str, int]:
        """The files that problems named, numbered as they came."""
        return {}

    @property
    def certain(self) -> Clearance:
        """The same without doubts, for whoever tells them once for many files."""
        return replace(self, problems=()) if self.problems else self

    def doubts(self, name: str) -> tuple[Finding, ...]:
        """That a file may hold something secret, where not all that is secret is known."""
        rule = Rule.C100
        doubt = Finding(name, "", "", Gate.CONTENT, rule.name, rule.sentence, kind=rule.kind)
        return (doubt,) if self.problems else ()


def clear_project(paths: PublicPaths, root: Path) -> Clearance:
    """What a project's confidential root and its watchlist say, but for what its public content declares."""
    public = load_public(paths.content, paths.base)
    return clear_loaded(paths, root, public, load_confidential(root, paths.base, public.library))


def clear_loaded(
    paths: PublicPaths, root: Path, public: LoadedPublic, confidential: LoadedConfidential
) -> Clearance:
    """The same, of trees that are read already."""
    watchlist, problems = load_watchlist(root / WATCHLIST, paths.base)
    unread = [item for item in confidential.problems if _UNREAD.fullmatch(item.code.name)]
    remarks = load_remarks(root, paths.base)
    secrets = derive(confidential.said, public.said, watchlist, _authority(paths), remarks)
    return Clearance(secrets, tuple(sorted((*unread, *problems), key=sort_key)))


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
    secrets = from_texts(texts, public, _authority(paths) if paths else "")
    return Clearance(secrets, tuple(sorted(problems, key=sort_key)))


def _authority(paths: PublicPaths) -> str:
    config, _ = load_config(paths.config, paths.base)
    return config.authority if config else ""


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
