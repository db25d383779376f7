"""``watchlist.yaml`` of the confidential root: words to look for, and texts that both trees may hold."""

from __future__ import annotations

from pathlib import Path

from answerkit.load.fields import BOOLEAN, LINE, SENTENCES
from answerkit.load.files import Found, root_at
from answerkit.load.nodes import MappingNode
from answerkit.load.reading import Reading, read_yaml
from answerkit.load.record import Record
from answerkit.load.shelf import check_classification
from answerkit.model.codes import Code
from answerkit.model.problem import Classification, Place, Problem, problem, sort_key
from answerkit.model.watchlist import SharedText, WatchedTerm, Watchlist


def load_watchlist(path: Path, base: Path) -> tuple[Watchlist, tuple[Problem, ...]]:
    """The watchlist of the project in the folder ``base``, and what is wrong with it, without its text.

    A missing file is an empty list and no problem. A list with problems is empty too: its caller must treat
    what it would have found as not looked for.
    """
    root = root_at(path.parent, base, confidential=True)
    if path.is_symlink():
        return Watchlist(), (problem(Code.AK105, root.place(path.name)),)
    if not path.exists():
        return Watchlist(), ()
    problems: list[Problem] = []
    watchlist = _read(read_yaml(root, Found(str(path), path.name)), problems)
    return (Watchlist(), tuple(sorted(problems, key=sort_key))) if problems else (watchlist, ())


def _read(reading: Reading, problems: list[Problem]) -> Watchlist:
    problems += reading.problems
    match reading.root:
        case MappingNode() as node:
            record = Record(node, problems)
            watchlist = _watchlist(record)
            record.finish()
            return watchlist
        case None:
            pass
        case other:
            problems.append(problem(Code.AK203, other.place))
    return Watchlist()


def _watchlist(record: Record) -> Watchlist:
    check_classification(record, Classification.CONFIDENTIAL)
    return Watchlist(
        sample=record.may("sample", BOOLEAN, default=False),
        terms=record.records("terms", _term),
        shared=record.records("shared", _shared),
    )


def _term(record: Record) -> WatchedTerm:
    return WatchedTerm(record.must("term", LINE), record.must("reason", SENTENCES), _place(record, "term"))


def _shared(record: Record) -> SharedText:
    return SharedText(
        record.must("text", SENTENCES), record.must("reason", SENTENCES), _place(record, "text")
    )


def _place(record: Record, key: str) -> Place:
    return record.where.get(key, record.place)
