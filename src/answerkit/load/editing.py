"""Changes to a YAML file that leave every other character as it is.

A file is changed where its values stand, never written anew: so comments, quotes, blank lines and literal
blocks stay. What comes out is read again, and counts only if it says what it should; see docs/adr/0010.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from answerkit.load.nodes import MappingNode, Node, ScalarNode, SequenceNode
from answerkit.load.yaml_tree import parse
from answerkit.model.content import Prose
from answerkit.model.frozen import dataclass
from answerkit.model.keys import COLLECTIONS, NESTED, Order, sorted_keys
from answerkit.model.problem import Place

_FILE = Place("")
_Shape: TypeAlias = "tuple[str, bool] | tuple[_Shape, ...] | frozenset[tuple[str, _Shape]]"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A value and the text that takes its place, which has as many lines."""

    prose: Prose
    text: str


def rewritten(text: str, rewrites: Iterable[Rewrite]) -> str:
    """The file's text with the values rewritten; those that do not stand there as they are stay."""
    lines = text.split("\n")
    done = {_spot(item.prose.start): item.text for item in rewrites if _rewrite(lines, item)}
    changed = "\n".join(lines)
    before, after = _root(text), _root(changed)
    expected = [
        done.get(_spot(node.content), done.get(_spot(node.place), node.text.rstrip("\n")))
        for node in _scalars(before)
    ]
    return changed if expected == [node.text.rstrip("\n") for node in _scalars(after)] else text


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _rewrite(lines: list[str], item: Rewrite) -> bool:
    """Rewrite a value line by line; whether all of it stood there as it is."""
    pairs = list(zip(item.prose.text.split("\n"), item.text.split("\n"), strict=True))
    spots = [_standing(lines, item.prose, index, old) for index, (old, _) in enumerate(pairs)]
    if None in spots:
        return False
    for spot, (old, new) in zip(spots, pairs, strict=True):
        if spot:
            row, column = spot
            line = lines[row]
            lines[row] = line[:column] + new + line[column + len(old) :]
    return True


def _standing(lines: Sequence[str], prose: Prose, index: int, old: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a line of a value; None when it does not stand there."""
    if not prose.exact and "\n" in prose.text:
        return None
    place = prose.place(index + 1) if prose.exact else prose.start
    row, column = place.line - 1, place.column - 1
    if not old:
        return row, 0
    quoted = 0 if prose.exact else 1
    for start in (column, column + quoted):
        if row < len(lines) and lines[row].startswith(old, start):
            return row, start
    return None


def reordered(text: str, collection: str) -> str:
    """The file's text with all keys in their order; a mapping in braces stays as it is."""
    current = text
    passed: set[tuple[int, int]] = set()
    while (found := _disordered(_root(current), collection, passed)) is not None:
        node, order = found
        passed.add(_spot(node.place))
        changed = _in_order(current, node, order)
        if _shape(_root(changed)) == _shape(_root(text)):
            current = changed
    return current


def _disordered(
    root: Node | None, collection: str, passed: set[tuple[int, int]]
) -> tuple[MappingNode, Order] | None:
    for node, order in _mappings(root, collection, COLLECTIONS[collection]):
        keys = [pair.key.text for pair in node.pairs]
        if _spot(node.place) not in passed and keys != sorted_keys(keys, order):
            return node, order
    return None


def _mappings(node: Node | None, collection: str, order: Order) -> Iterator[tuple[MappingNode, Order]]:
    match node:
        case MappingNode(pairs):
            yield node, order
            for pair in pairs:
                yield from _mappings(pair.value, collection, NESTED.get((collection, pair.key.text), ()))
        case SequenceNode(items):
            for item in items:
                yield from _mappings(item, collection, order)
        case _:
            pass


def _in_order(text: str, node: MappingNode, order: Order) -> str:
    """The text with the mapping's keys in order, the comments above each with it; unchanged for braces."""
    lines = text.split("\n")
    rows = [pair.key.place.line - 1 for pair in node.pairs]
    indent = node.pairs[0].key.place.column - 1
    if len(set(rows)) < len(rows) or any(lines[row][:indent].strip() for row in rows[1:]):
        return text
    starts = [rows[0], *(_above(lines, row, indent) for row in rows[1:])]
    ends = [*starts[1:], _end(lines, rows[-1], indent)]
    first, prefix = rows[0], lines[rows[0]][:indent]
    lines[first] = " " * indent + lines[first][indent:]
    parts = {
        pair.key.text: lines[start:end] for pair, start, end in zip(node.pairs, starts, ends, strict=True)
    }
    moved = [line for key in sorted_keys(parts, order) for line in parts[key]]
    row = next(number for number, line in enumerate(moved) if not line.lstrip().startswith("#"))
    moved[row] = prefix + moved[row][indent:]
    return "\n".join((*lines[: starts[0]], *moved, *lines[ends[-1] :]))


def _above(lines: Sequence[str], row: int, indent: int) -> int:
    """The first row of the comments that stand right above a key, as far in as the key."""
    while row > 0 and lines[row - 1].startswith(" " * indent + "#"):
        row -= 1
    return row


def _end(lines: Sequence[str], row: int, indent: int) -> int:
    """The row behind the last line of the mapping's last value.

    Blank lines at its end, and comments at the end of the file, stay where they are.
    """
    end = row + 1
    for number in range(row + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        if line.strip() and not line.startswith("#"):
            end = number + 1
    return end


def _root(text: str) -> Node | None:
    return parse(text, _FILE).root


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    match node:
        case ScalarNode():
            yield node
        case SequenceNode(items):
            for item in items:
                yield from _scalars(item)
        case MappingNode(pairs):
            for pair in pairs:
                yield pair.key
                yield from _scalars(pair.value)
        case _:
            pass


def _shape(node: Node | None) -> _Shape:
    """What a file says, whatever the order of its keys."""
    match node:
        case ScalarNode(text, plain):
            return text, plain
        case SequenceNode(items):
            return tuple(_shape(item) for item in items)
        case MappingNode(pairs):
            return frozenset((pair.key.text, _shape(pair.value)) for pair in pairs)
        case _:
            return ()
