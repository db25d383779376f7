"""A run as SARIF 2.1.0, for code scanning and editors. Without snippets: no source line is ever in it.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final, TypeAlias
from urllib.parse import quote

from answerkit import __version__
from answerkit.report.item import Item, items
from answerkit.report.json_text import written
from answerkit.report.tally import Tally
from answerkit.report.text import plain

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_POSITION: Final = "answerkitPosition/v1"
_LINE_HASH: Final = "primaryLocationLineHash"

Tree: TypeAlias = dict[str, object]


def as_sarif(tally: Tally) -> str:
    """The run: a rule for each code that occurs, a result for each problem and finding, the notes.

    Line and column are those of a YAML file (§ 3.29); part and place of a Word file are a logical
    location (§ 3.33). Of files that were built, and of confidential ones in particular, there is nothing.
    """
    found = items(tally)
    rules = {item.code: _rule(item) for item in found}
    run: Tree = {
        "tool": {
            "driver": {
                "name": "answerkit",
                "version": __version__,
                "language": "da-DK",
                "rules": list(rules.values()),
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(tally)],
        "results": _results(found, list(rules)),
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(item: Item) -> Tree:
    """What is true of the rule wherever it is broken."""
    return {
        "id": item.code,
        "shortDescription": _text(item.meaning),
        "help": _text(item.advice),
    }


def _invocation(tally: Tally) -> Tree:
    code = tally.exit_code
    return {
        "executionSuccessful": True,
        "exitCode": int(code),
        "exitCodeDescription": code.name,
        "toolExecutionNotifications": [{"level": "note", "message": _text(note)} for note in tally.notes],
    }


def _results(found: Iterable[Item], codes: list[str]) -> list[Tree]:
    seen: Counter[str] = Counter()
    results = []
    for item in found:
        position = _position(item)
        seen[position] += 1
        results.append(
            {
                "ruleId": item.code,
                "ruleIndex": codes.index(item.code),
                "level": item.severity.value,
                "message": _text(f"{item.message}; {item.hint}"),
                "locations": [_location(item)],
                "partialFingerprints": _fingerprints(position, seen[position]),
                "properties": _properties(item),
            }
        )
    return results


def _position(item: Item) -> str:
    """What tells a result from others: rule, place and class, and nothing of what stands there."""
    return f"{item.code}|{item.file}|{item.part}|{item.place}|{item.kind}"


def _fingerprints(position: str, number: int) -> Mapping[str, str]:
    """Of the position alone, under our own name and under GitHub's.

    Where GitHub's is missing, its upload takes a hash of the source line, and one of a line with a CPR number
    in it is as good as the number.
    """
    digest = f"{sha256(position.encode('utf-8', 'replace')).hexdigest()[:16]}:{number}"
    return {_POSITION: digest, _LINE_HASH: digest}


def _location(item: Item) -> Tree:
    physical: Tree = {"artifactLocation": {"uri": quote(item.file, safe="/", errors="replace")}}
    if item.line:
        physical["region"] = {"startLine": item.line} | ({"startColumn": item.column} if item.column else {})
    location: Tree = {"physicalLocation": physical}
    if item.part or item.place:
        location["logicalLocations"] = [_logical(item)]
    return location


def _logical(item: Item) -> Tree:
    """A part of a package, or a place in a part or in a text file."""
    full = "/".join(step for step in (item.part, item.place) if step)
    kind = "element" if item.place else "part"
    return {"name": item.place or item.part, "fullyQualifiedName": full, "kind": kind}


def _properties(item: Item) -> Tree:
    facts: Tree = {"class": item.kind} if item.kind else {}
    return facts | ({"length": item.length} if item.length else {})


def _text(words: str) -> Mapping[str, str]:
    return {"text": plain(words)}
