"""The bytes of the pictures that stand beside the assets' files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from answerkit.load.files import MAX_PICTURE_BYTES, Found, Root, read_bytes
from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, problem

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""Source: PNG (Third Edition), section 5.2."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a root.

    Attributes:
        contents: asset's id with ``.png`` or ``.svg`` → bytes; empty for a picture with a problem.
        faulty: ids of the assets with such a picture.
        digests: name of the file in messages → sha256 (hex).
    """

    contents: Mapping[str, bytes]
    faulty: frozenset[str]
    digests: Mapping[str, str]
    problems: tuple[Problem, ...]


def read_pictures(root: Root, files: Iterable[Found]) -> Pictures:
    """Read the pictures; whether they can be drawn is judged later, except that a PNG begins as one."""
    contents: dict[str, bytes] = {}
    faulty: set[str] = set()
    digests: dict[str, str] = {}
    problems: list[Problem] = []
    for found in files:
        name = found.name.removeprefix("assets/")
        data = _read(root, found)
        if isinstance(data, Problem):
            contents[name] = b""
            faulty.add(name.rpartition(".")[0])
            problems.append(data)
        else:
            contents[name] = data
            digests[root.place(found.name).file] = hashlib.sha256(data).hexdigest()
    return Pictures(contents, frozenset(faulty), digests, tuple(problems))


def _read(root: Root, found: Found) -> bytes | Problem:
    data = read_bytes(root, found, MAX_PICTURE_BYTES)
    if isinstance(data, bytes) and found.name.endswith(".png") and not data.startswith(_PNG_SIGNATURE):
        return problem(Code.AK501, root.place(found.name), "", "gem billedet som PNG")
    return data
