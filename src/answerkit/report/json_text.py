"""A run as one JSON object, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from answerkit import __version__
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem
from answerkit.model.result import FileResult
from answerkit.report.tally import Tally


def as_json(tally: Tally) -> str:
    """The run, without source lines. Keys and codes are stable; messages are Danish.

    Of a confidential file there is its path and its status, and nothing else.
    """
    tree = {
        "version": __version__,
        "exit": int(tally.exit_code),
        "wall": tally.wall,
        "results": [_result(item) for item in tally.results],
        "problems": [_problem(item) for item in tally.problems],
        "findings": [_finding(item) for item in tally.findings],
        "notes": list(tally.notes),
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _result(item: FileResult) -> Mapping[str, object]:
    tree: dict[str, object] = {
        "answer": item.answer,
        "edition": item.edition.value,
        "status": item.status.value,
        "path": item.path,
    }
    if item.edition is Edition.CONFIDENTIAL:
        return tree
    if item.extent is not None:
        extent = item.extent
        tree |= {"words": extent.words, "blocks": extent.blocks, "figures": extent.figures}
    return tree | {"sha256": item.sha256, "backup": item.backup}


def _problem(item: Problem) -> Mapping[str, object]:
    return {
        "file": item.place.file,
        "line": item.place.line,
        "column": item.place.column,
        "code": item.code.name,
        "severity": item.severity.value,
        "message": item.message,
        "hint": item.hint,
    }


def _finding(item: Finding) -> Mapping[str, object]:
    return {
        "file": item.file,
        "line": item.line,
        "part": item.part,
        "place": item.place,
        "gate": item.gate.value,
        "code": item.code,
        "severity": item.severity.value,
        "class": item.kind,
        "length": item.length,
        "message": item.message,
    }
