"""The pattern search: pieces of text → findings, said without repeating what was found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from answerkit.model.finding import Finding, Gate, Witness
from answerkit.model.frozen import dataclass
from answerkit.model.policy import PatternPolicy
from answerkit.model.text import Piece, Role
from answerkit.verify.patterns.contacts import contact_hits
from answerkit.verify.patterns.cpr import cpr_hits
from answerkit.verify.patterns.hit import Hit
from answerkit.verify.patterns.tracking import tracking_hits

_WORTH_A_LOOK = re.compile(r"\d(?:.{0,4}\d){7}|@|[?&;#]\w+=|//", re.DOTALL)
"""Eight digits close to each other, or signs of mail addresses and links."""

_SIGN = re.compile(r"[\d@=/]")
"""What all of these have one of, and most texts have none of."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⁃"), "-")
_SPACES = re.compile(r"[^\S\t\n ]")

_NUMBERED = re.compile(r"/@(?:id|idx|anchorId|editId|spid)$|(?:[iI]d|crossAx)/@val$")
"""Attributes that hold numbers at random: there, ten digits need a word beside them."""

_REMEMBERED: Final = 4096
_LONGEST_REMEMBERED: Final = 2000


@dataclass(frozen=True, slots=True)
class _Placed:
    piece: Piece
    hit: Hit


def search_patterns(
    name: str, pieces: Iterable[Piece], policy: PatternPolicy, witness: Witness | None = None
) -> tuple[Finding, ...]:
    """What may stand in no public file: one finding for each text and smallest place, sorted.

    Args:
        name: the file as the user named it.
        pieces: all text of the file.
        policy: what the project allows.
        witness: hears what was found, beside the findings, which do not say it.
    """
    placed = [_Placed(piece, hit) for piece in pieces for hit in _hits(piece, policy)]
    findings = [(_finding(name, found), found.hit.text) for found in _smallest(placed)]
    if witness:
        for finding, text in findings:
            witness(finding, text)
    return tuple(sorted({finding for finding, _ in findings}, key=_order))


def tells(name: str, policy: PatternPolicy) -> bool:
    """Whether the name of a file, a part or a place is itself something that must not be shown."""
    return next(_found(name, policy, bare=True), None) is not None


def _hits(piece: Piece, policy: PatternPolicy) -> Iterable[Hit]:
    if _SIGN.search(piece.text) is None:  # of most; to look for them in memory takes longer
        return ()
    bare = not (piece.role is Role.ATTRIBUTE and _NUMBERED.search(piece.place))
    if len(piece.text) <= _LONGEST_REMEMBERED:
        return _remembered(piece.text, policy, bare)
    return _found(piece.text, policy, bare=bare)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str, policy: PatternPolicy, bare: bool) -> tuple[Hit, ...]:  # noqa: FBT001 - a key
    return tuple(_found(text, policy, bare=bare))


def _found(text: str, policy: PatternPolicy, *, bare: bool) -> Iterator[Hit]:
    if _WORTH_A_LOOK.search(text) is None:
        return
    text = _plain(text)
    yield from cpr_hits(text, bare=bare)
    yield from contact_hits(text, policy)
    yield from tracking_hits(text)


def _plain(text: str) -> str:
    """The text as it looks: digits, dashes and spaces are plain ones, and nothing is invisible."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_DASHES)
    digits = {ord(char): str(unicodedata.decimal(char)) for char in set(text) if char.isdecimal()}
    return _SPACES.sub(" ", text.translate(digits))


def _smallest(placed: Sequence[_Placed]) -> Iterator[_Placed]:
    """The hits without those of pieces that hold a smaller piece with the same hit."""
    by_hit: dict[tuple[str, Hit], list[Piece]] = {}
    for found in placed:
        by_hit.setdefault((found.piece.part, found.hit), []).append(found.piece)
    for (_, hit), pieces in by_hit.items():
        kept: list[Piece] = []
        for piece in sorted(pieces, key=lambda piece: (len(piece.text), not piece.line)):
            if not any(_holds(piece, smaller) for smaller in kept):
                kept.append(piece)
                yield _Placed(piece, hit)


def _holds(piece: Piece, smaller: Piece) -> bool:
    """Whether a piece is the larger part that the smaller one stands in; of two lines, each says its own."""
    is_other_line = piece.line and smaller.line and piece.line != smaller.line
    is_twin = piece.text == smaller.text and piece.place != smaller.place
    return not (is_other_line or is_twin) and smaller.text in piece.text


def _finding(name: str, found: _Placed) -> Finding:
    piece, rule = found.piece, found.hit.rule
    return Finding(
        file=name,
        part=piece.part,
        place=piece.place,
        gate=Gate.PATTERN,
        code=rule.name,
        message=rule.message,
        severity=rule.severity,
        line=piece.line,
        kind=rule.kind,
        length=len(found.hit.text),
    )


def _order(found: Finding) -> tuple[str, int, str, str, int]:
    return found.part, found.line, found.place, found.code, found.length
