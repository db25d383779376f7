"""The lane of ``lint --fix``: mend what is mechanical, in the files themselves, and change nothing else."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from answerkit.lanes.lint import LintRequest, read_all
from answerkit.lint.mending import disordered, mended
from answerkit.lint.subject import Subject
from answerkit.load.editing import Rewrite, reordered, rewritten
from answerkit.model.frozen import dataclass
from answerkit.model.keys import COLLECTIONS
from answerkit.model.result import Event, Note
from answerkit.publish.files import ChangedFileError, is_link, read_file, rewrite_file

_CHANGED = "er ændret, mens der blev læst, og er ikke rettet"
_NOT_WRITTEN = "kan ikke skrives og er ikke rettet"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Text:
    r"""A file's text with ``\n`` for each line break, and what its bytes have besides."""

    text: str
    bom: bytes
    newline: bytes

    def encoded(self, text: str) -> bytes:
        """Another text in the same form."""
        return self.bom + text.encode("utf-8").replace(b"\n", self.newline)


def mend(request: LintRequest) -> Iterator[Event]:
    """Mend every file that can be mended; says which, and which were left alone."""
    subject = read_all(request).subject
    if subject is None:
        return
    rewrites: dict[str, list[Rewrite]] = defaultdict(list)
    for item in mended(subject):
        rewrites[item.prose.start.file].append(Rewrite(item.prose, item.text))
    unsorted = disordered(subject)
    digests = _digests(subject)
    for name in sorted(rewrites.keys() | unsorted):
        path = _path(name, request)
        yield from _mend(path, name, digests.get(name, ""), rewrites[name], name in unsorted)


def _digests(subject: Subject) -> Mapping[str, str]:
    closed = subject.confidential.digests if subject.confidential else {}
    return {**subject.library.digests, **closed}


def _path(name: str, request: LintRequest) -> Path:
    """Where a file lies that messages name so; a confidential root may lie outside of the project."""
    inside = request.paths.base / name
    if inside.exists() or request.confidential is None:
        return inside
    return request.confidential.parent / name


def _mend(path: Path, name: str, digest: str, rewrites: list[Rewrite], unsorted: bool) -> Iterator[Event]:  # noqa: FBT001
    try:
        data = read_file(path)
        if data is None or is_link(path) or hashlib.sha256(data).hexdigest() != digest:
            yield Note(f"{name} {_CHANGED}")
            return
        fresh = _mended(data, name, rewrites, unsorted)
        if fresh != data:
            rewrite_file(path, fresh, expected=data)
            yield Note(f"rettet: {name}")
    except ChangedFileError:
        yield Note(f"{name} {_CHANGED}")
    except OSError:
        yield Note(f"{name} {_NOT_WRITTEN}")


def _mended(data: bytes, name: str, rewrites: list[Rewrite], unsorted: bool) -> bytes:  # noqa: FBT001
    file = _read(data)
    if file is None:
        return data
    text = rewritten(file.text, rewrites)
    if unsorted:
        text = reordered(text, _collection(name))
    return file.encoded(text)


def _collection(name: str) -> str:
    """The folder under its root in which a file lies."""
    return next(part for part in name.split("/") if part in COLLECTIONS)


def _read(data: bytes) -> _Text | None:
    """The file's text; None when its lines end in two ways, for then it could not be written as it was."""
    breaks = data.count(b"\r\n")
    if breaks and breaks < data.count(b"\n"):
        return None
    bom = _BOM if data.startswith(_BOM) else b""
    newline = b"\r\n" if breaks else b"\n"
    return _Text(data.decode("utf-8-sig").replace("\r\n", "\n"), bom, newline)
