"""The hook: what git is about to commit, judged before it is.

A confidential path is refused by its name, and its bytes stay unread. The one exception is a tree that says
of itself that it is an invented sample; to know, its overlays and its watchlist are asked, and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Iterable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from answerkit.errors import UsageError
from answerkit.lanes.baseline import Ledger, without_accepted
from answerkit.lanes.git_index import Entry, GitIndex
from answerkit.lanes.hook_rules import Rule
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.scan import Scanner
from answerkit.lanes.scan_files import ScanRequest, make_scanner
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Severity
from answerkit.model.result import Event, Note, Planned, Scanned
from answerkit.verify.extract.codes import Rule as Unread

_FOLDERS: Final = frozenset({"confidential", "fortrolig", "fortroligt"})
_SAMPLE_ALLOWED: Final = (
    "den fortrolige mappe er mærket som et opdigtet eksempel (sample: true), så dens filer må gemmes i git"
)
_KEEPERS: Final = frozenset({".gitkeep", ".gitignore"})
_SAMPLE = re.compile(rb"^sample: +true *\r?$", re.MULTILINE)
_CONFIDENTIAL = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?classification[\"']? *: *[\"']?confidential\b", re.MULTILINE | re.IGNORECASE
)
"""A line of YAML by which a file says what it is."""


@dataclass(frozen=True, slots=True)
class HookRequest:
    """What to judge.

    Attributes:
        here: the folder that the user stands in.
        today: the day that the expiry of accepted findings is judged by.
        files: the files to scan, as typed; empty for all that is staged, or for all that is tracked where
            nothing is staged.
        project: the project whose settings and confidential root hold; None outside of any.
        names_only: leave all bytes unread but those that say whether a confidential tree is a sample.
    """

    here: Path
    today: date
    files: tuple[Path, ...] = ()
    project: PublicPaths | None = None
    names_only: bool = False


def run_hook(request: HookRequest) -> Generator[Event]:
    """Judge the names of all that is staged and of the files that were named, then the bytes of what is left.

    Raises:
        UsageError: there is no repository, or a file is not in its index.
        AnswerkitError: git cannot be asked.
    """
    index = GitIndex(request.here)
    entries = index.entries()
    staged = index.staged()
    due = tuple(entry for entry in entries if entry.name in staged) if staged else entries
    wanted = _wanted(request, index, entries) or due
    samples = _sample_trees(index, entries)
    hidden = frozenset(entry for entry in (*due, *wanted) if _is_hidden(entry))
    refused = {entry for entry in hidden if _tree(entry.name) not in samples}
    yield from (Rule.G101.finding(entry.name) for entry in refused)
    if hidden - refused:
        yield Note(_SAMPLE_ALLOWED)
    if not request.names_only:
        events = _scanned(request, index, [entry for entry in wanted if entry not in hidden])
        yield from _unaccepted(request, index.top, events)


def _wanted(request: HookRequest, index: GitIndex, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    by_name = {entry.name: entry for entry in entries}
    names = [_name(request.here / file, index.top) for file in request.files]
    if not by_name.keys() >= set(names):
        raise UsageError("en af filerne er ikke i gits indeks", "skriv »git add« først")
    return tuple(by_name[name] for name in names)


def _name(file: Path, top: Path) -> str:
    """A file as git names it; the path itself where it lies outside of the repository."""
    whole, folder = file.parent.resolve() / file.name, top.resolve()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else whole.as_posix()


def _is_hidden(entry: Entry) -> bool:
    """Whether a file belongs to what is confidential, by its name alone."""
    return bool(_tree(entry.name)) and PurePosixPath(entry.name).name not in _KEEPERS


def _tree(name: str) -> str:
    """The confidential folder that a file lies in, by its name alone; empty when it lies in none."""
    steps = PurePosixPath(name).parts
    for count, step in enumerate(steps[:-1], 1):
        if unicodedata.normalize("NFKC", step).casefold() in _FOLDERS:
            return "/".join(steps[:count])
    return ""


def _sample_trees(index: GitIndex, entries: Iterable[Entry]) -> frozenset[str]:
    """The confidential trees with an overlay whose overlays and watchlist all say ``sample: true``."""
    telling: dict[str, list[Entry]] = {}
    for entry in entries:
        tree = _tree(entry.name)
        inner = entry.name.removeprefix(f"{tree}/")
        if tree and (inner == "watchlist.yaml" or re.fullmatch(r"overlays/.+\.ya?ml", inner)):
            telling.setdefault(tree, []).append(entry)
    return frozenset(tree for tree, files in telling.items() if _is_sample(index, files))


def _is_sample(index: GitIndex, files: list[Entry]) -> bool:
    says = all(isinstance(data, bytes) and _SAMPLE.search(data) for _, data in index.read(files))
    return says and any("/overlays/" in entry.name for entry in files)


def _unaccepted(request: HookRequest, top: Path, events: Generator[Event]) -> Iterator[Event]:
    if request.project is None:
        return events
    return without_accepted(events, Ledger(request.project.base, top.resolve(), request.today, ()))


def _scanned(request: HookRequest, index: GitIndex, entries: Iterable[Entry]) -> Generator[Event]:
    files = tuple(entries)
    scanner = yield from make_scanner(ScanRequest((), project=request.project))
    yield Planned(len(files))
    for ordinal, (entry, data) in enumerate(index.read(files), 1):
        found = _found(scanner, entry.name, data, ordinal)
        yield from found
        errors = sum(item.severity is Severity.ERROR for item in found)
        yield Scanned(scanner.name(entry.name, ordinal), errors, len(found) - errors)


def _found(scanner: Scanner, name: str, data: bytes | Unread, ordinal: int) -> tuple[Finding, ...]:
    folder = name.rpartition("/")[0]
    if isinstance(data, Unread):
        return scanner.unread(name, data, ordinal, folder)
    if name.endswith((".yaml", ".yml")) and _CONFIDENTIAL.search(data):
        return (Rule.G102.finding(name),)
    return scanner.scan(name, data, ordinal, folder)
