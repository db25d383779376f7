"""The output folder's own record of what was built there, and from what.

With it a file that somebody edited is told from one that answerkit wrote, and an answer whose content did
not change need not be built again. The record is only ever a help: without one, a file that is not byte
for byte what would be written counts as edited.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType

from answerkit.model.frozen import dataclass
from answerkit.model.result import Extent
from answerkit.publish.files import read_file, replace_file

RECORD_NAME = ".answerkit-build.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What one file was when it was written.

    Attributes:
        sha256: of the file, hex.
        fingerprint: of all that went into it, hex.
        inputs: project-relative paths of the content that went into it.
        extent: None for a confidential file.
    """

    sha256: str
    fingerprint: str
    inputs: tuple[str, ...]
    extent: Extent | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Entries by answer id."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))


def read_record(folder: Path) -> Record:
    """The folder's record, less what cannot be understood; an empty one when it is missing or broken."""
    try:
        tree: object = json.loads(read_file(folder / RECORD_NAME) or b"{}")
    except (OSError, ValueError, RecursionError):
        return Record()
    match tree:
        case {"version": 1, "answers": dict(answers)}:
            return Record({name: entry for name, value in answers.items() if (entry := _entry(value))})
        case _:
            return Record()


def write_record(folder: Path, record: Record, *, private: bool) -> None:
    """Put the record in its place. The same record gives the same bytes.

    Raises:
        OSError: the file cannot be written; the earlier record stays.
    """
    answers = {name: _tree(entry) for name, entry in record.entries.items()}
    tree = {"version": _VERSION, "answers": answers}
    text = json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True)
    replace_file(folder / RECORD_NAME, f"{text}\n".encode(), private=private)


def _entry(value: object) -> Entry | None:
    match value:
        case {"sha256": str(digest), "fingerprint": str(fingerprint), "inputs": list(inputs), **rest}:
            paths = tuple(path for path in inputs if isinstance(path, str))
            return Entry(digest, fingerprint, paths, _extent(rest.get("extent")))
        case _:
            return None


def _extent(value: object) -> Extent | None:
    match value:
        case [int(words), int(blocks), int(figures)]:
            return Extent(words, blocks, figures)
        case _:
            return None


def _tree(entry: Entry) -> Mapping[str, object]:
    tree = {"sha256": entry.sha256, "fingerprint": entry.fingerprint, "inputs": list(entry.inputs)}
    if entry.extent is None:
        return tree
    return tree | {"extent": [entry.extent.words, entry.extent.blocks, entry.extent.figures]}
