"""A run as one JSON object, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from answerkit import __version__
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Problem
from answerkit.model.result import FileResult
from answerkit.report.tally import Tally
from answerkit.report.text import plain_document


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
    return written(tree)


def as_findings(tally: Tally) -> str:
    """A scan: how many files, and what was found in them; a problem with content is a finding of lint."""
    problems = [_problem_as_finding(item) for item in tally.problems]
    tree = {"files": tally.scanned, "findings": [*problems, *(_finding(item) for item in tally.findings)]}
    return written(tree)


def written(tree: Mapping[str, object]) -> str:
    """JSON that is easy to read, in which nothing can steer a terminal."""
    return plain_document(json.dumps(tree, ensure_ascii=False, indent=2))


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


def _problem_as_finding(item: Problem) -> Mapping[str, object]:
    return _finding(
        Finding(
            item.place.file,
            part="",
            place="",
            gate=Gate.LINT,
            code=item.code.name,
            message=item.message,
            severity=item.severity,
            line=item.place.line,
        )
    )


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
