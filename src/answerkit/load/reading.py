"""One YAML file: its bytes, its text, its tree."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from answerkit.load.characters import hidden_characters, without_hidden
from answerkit.load.files import MAX_YAML_BYTES, Found, Root, read_bytes
from answerkit.load.nodes import MappingNode, Node, ScalarNode
from answerkit.load.yaml_tree import Tree, parse
from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Classification, Place, Problem, problem

_STATED = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?classification[\"']?[ ]*:[ ]*[\"']?confidential\b",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave.

    Attributes:
        file: the place that means the whole file; confidential when its folder is or when it says so itself.
        root: the root of its tree, or None when it has none.
        digest: sha256 (hex) of the bytes; empty when they could not be read.
        stated: where a line says that the file is confidential; it counts even if the rest cannot be read.
    """

    file: Place
    root: Node | None
    problems: tuple[Problem, ...]
    digest: str = ""
    stated: Place | None = None


def read_yaml(root: Root, found: Found, data: bytes | Problem | None = None) -> Reading:
    """The file's tree and every problem of its characters and its YAML; ``data`` if it was read already."""
    file = root.place(found.name)
    if data is None:
        data = read_bytes(root, found, MAX_YAML_BYTES)
    if isinstance(data, Problem):
        return Reading(file, None, (data,))
    digest = hashlib.sha256(data).hexdigest()
    stated = _stated(data, file)
    if stated:
        file = replace(file, confidential=True)
    text = decoded(data, file)
    if isinstance(text, Problem):
        return Reading(file, None, (text,), digest, stated)
    tree = _tree(text, file)
    if not file.confidential and _says_confidential(tree.root):
        file = replace(file, confidential=True)
        tree = _tree(text, file)
    return Reading(file, tree.root, tree.problems, digest, stated)


def _stated(data: bytes, file: Place) -> Place | None:
    match = _STATED.search(data) if b"confidential" in data.lower() else None
    if match is None:
        return None
    return Place(file.file, data.count(b"\n", 0, match.start()) + 1, 1, confidential=True)


def decoded(data: bytes, file: Place) -> str | Problem:
    r"""The text without byte order mark and with ``\n`` for each line break, or where it is no UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return problem(Code.AK101, replace(file, line=line, column=column))


def _tree(text: str, file: Place) -> Tree:
    """The tree and its problems; hidden characters are passed over, so that the rest is reported too."""
    hidden = hidden_characters(text, file)
    if not hidden:
        return parse(text, file)
    tree = parse(without_hidden(text), file)
    others = tuple(item for item in tree.problems if item.code is not Code.AK107)
    return Tree(tree.root, (*hidden, *others))


def _says_confidential(root: Node | None) -> bool:
    pairs = root.pairs if isinstance(root, MappingNode) else ()
    values = [pair.value for pair in pairs if pair.key.text == "classification"]
    return any(isinstance(value, ScalarNode) and _is_confidential(value.text) for value in values)


def _is_confidential(text: str) -> bool:
    return text.strip().lower() == Classification.CONFIDENTIAL.value
