"""``.answerkit-baseline.yaml`` of a project: the findings that somebody answers for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from answerkit.load.fields import DATE, LINE, SENTENCES
from answerkit.load.files import Found, root_at
from answerkit.load.nodes import MappingNode
from answerkit.load.reading import Reading, read_yaml
from answerkit.load.record import Record
from answerkit.load.shelf import check_classification
from answerkit.model.baseline import Accepted, Baseline, Mark
from answerkit.model.codes import Code
from answerkit.model.problem import Classification, Problem, problem, sort_key

BASELINE_FILE: Final = ".answerkit-baseline.yaml"
"""Its name in the project's folder."""

_ORDINAL = re.compile(r"\[(?:fil|del|sted) [0-9]+\]")
"""What stands for a name that is itself secret; it means another file in the next run."""


def load_baseline(base: Path) -> tuple[Baseline, tuple[Problem, ...]]:
    """The baseline of the project in the folder ``base``, and what is wrong with it.

    A missing file is an empty baseline and no problem. One with problems is empty too: it accepts nothing.
    """
    root = root_at(base, base, confidential=False)
    path = base / BASELINE_FILE
    if path.is_symlink():
        return Baseline(), (problem(Code.AK105, root.place(BASELINE_FILE)),)
    if not path.exists():
        return Baseline(), ()
    problems: list[Problem] = []
    accepted = _read(read_yaml(root, Found(str(path), BASELINE_FILE)), problems)
    problems += _repeated(accepted)
    return (Baseline(), tuple(sorted(problems, key=sort_key))) if problems else (Baseline(accepted), ())


def _read(reading: Reading, problems: list[Problem]) -> tuple[Accepted, ...]:
    problems += reading.problems
    match reading.root:
        case MappingNode() as node:
            record = Record(node, problems)
            check_classification(record, Classification.PUBLIC)
            accepted = record.records("accepted", _accepted)
            record.finish()
            return accepted
        case None:
            pass
        case other:
            problems.append(problem(Code.AK203, other.place))
    return ()


def _accepted(record: Record) -> Accepted:
    mark = Mark(
        file=record.must("file", LINE),
        code=record.must("code", LINE),
        part=record.may("part", LINE, ""),
        place=record.may("place", LINE, ""),
        kind=record.may("class", LINE, ""),
    )
    for key, name in (("file", mark.file), ("part", mark.part), ("place", mark.place)):
        if _ORDINAL.search(name):
            record.report(Code.AK701, key)
    return Accepted(
        mark=mark,
        reason=record.must("reason", SENTENCES),
        owner=record.must("owner", LINE),
        expires=record.must("expires", DATE),
        where=record.place,
    )


def _repeated(accepted: Iterable[Accepted]) -> Iterable[Problem]:
    seen: set[Mark] = set()
    for entry in accepted:
        if entry.mark in seen:
            yield problem(Code.AK704, entry.where)
        seen.add(entry.mark)
