"""Blocks as texts that a memory can keep: only public ones, and only those without problems."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TypeAlias, cast

from answerkit.model.content import Block, BlockKind, Prose
from answerkit.model.frozen import dataclass
from answerkit.model.memory import Memory
from answerkit.model.problem import Key, Place

_Spot: TypeAlias = tuple[str | list[str | int], int, int]
_Stored: TypeAlias = tuple[
    str, str, int, int, int, bool, list[_Spot], list[str], str, str | None, str | None, str
]


@dataclass(frozen=True, slots=True)
class RememberedBlocks:
    """The blocks that a memory holds, by their id and by the digest of their file."""

    memory: Memory

    def find(self, name: str, digest: str, file: Place) -> Block | None:
        """The block that a file with these bytes gave; None when it is not remembered."""
        text = self.memory.recall(_key(name, digest))
        try:
            return None if text is None else _block(name, cast("_Stored", json.loads(text)), file.file)
        except (TypeError, ValueError):
            return None

    def keep(self, block: Block, digest: str) -> None:
        """Remember a block that its file gave without a problem."""
        if not block.text.start.confidential:
            self.memory.keep(_key(block.id, digest), json.dumps(_stored(block), ensure_ascii=False))


def _key(name: str, digest: str) -> str:
    return f"block {digest} {name}"


def _stored(block: Block) -> _Stored:
    text, start = block.text, block.text.start
    return (
        *(block.title, text.text, start.line, start.column, text.indent, text.exact),
        [
            (list(key) if isinstance(key, tuple) else key, at.line, at.column)
            for key, at in block.where.items()
        ],
        *(list(block.laws), block.owner, _written(block.reviewed), _written(block.review_by), block.note),
    )


def _block(name: str, stored: _Stored, file: str) -> Block:
    title, text, line, column, indent, exact, where, laws, owner, reviewed, review_by, note = stored
    return Block(
        id=name,
        kind=BlockKind(name.partition("/")[0]),
        title=title,
        text=Prose(text, Place(file, line, column), indent, exact),
        where=_where(where, partial(Place, file)),
        laws=tuple(laws),
        owner=owner,
        reviewed=_read(reviewed),
        review_by=_read(review_by),
        note=note,
    )


def _where(spots: list[_Spot], at: partial[Place]) -> Mapping[Key, Place]:
    return {
        key if isinstance(key, str) else (str(key[0]), int(key[1])): at(line, column)
        for key, line, column in spots
    }


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
