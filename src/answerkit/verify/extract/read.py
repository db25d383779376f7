"""The one way in: a file's bytes → every text in it, at any depth, and findings for what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import lru_cache
from typing import Final, TypeAlias, assert_never

from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.text import Piece, Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import BROKEN, Flaw, Inner, Source, Text, UnreadableError
from answerkit.verify.extract.kind import Kind, judge
from answerkit.verify.extract.limits import LIMITS, Limits
from answerkit.verify.extract.opaque import edges
from answerkit.verify.extract.readers import READ_ALONE, READERS, contradicts

_Located: TypeAlias = Piece | Flaw | Inner

_REMEMBERED_BYTES: Final = 256 * 1024
_REMEMBERED_PARTS: Final = 64


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in a file.

    Attributes:
        pieces: in the order in which parts stand in the file. A piece of a part's body without place and
            line holds all pieces of that role in the part together, so that what is split over them can be
            found. Parts that recur from file to file give the very same objects.
        findings: what could not be read, or not for sure; sorted, each once.
    """

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]


def extract(
    name: str, data: bytes, limits: Limits = LIMITS, look: Callable[[str, Kind, Source], None] | None = None
) -> Extracted:
    """Every text in a file, and a finding for whatever could not be read. Never raises or writes to disk.

    Args:
        name: as the user named the file; findings carry it, and its last component is a piece.
        data: the file.
        limits: how much is read before the file is a finding instead.
        look: called with each part, its kind and its bytes before it is read; the file itself is part ``""``.
    """
    own_name = name.replace("\\", "/").rpartition("/")[2]
    reading = _Reading(limits, look)
    reading.take("", Piece("", "", Role.NAME, own_name))
    if len(data) > limits.file:
        reading.take("", Flaw(Rule.U104))
    else:
        reading.read("", Source(own_name, data), 0)
    findings = {
        Finding(
            name, part, flaw.place, Gate.UNREADABLE, flaw.rule.name, flaw.rule.message, flaw.rule.severity
        )
        for part, flaw in reading.flaws
    }
    return Extracted(tuple(reading.pieces), tuple(sorted(findings, key=_order)))


def _order(finding: Finding) -> tuple[str, str, str]:
    return finding.part, finding.place, finding.code


@dataclass(slots=True)
class _Reading:
    """One file while it is read, with what has been spent of its limits."""

    limits: Limits
    look: Callable[[str, Kind, Source], None] | None = None
    pieces: list[Piece] = field(default_factory=list)
    flaws: list[tuple[str, Flaw]] = field(default_factory=list)
    entries: int = 0
    bytes: int = 0
    characters: int = 0
    spent: bool = False

    def read(self, part: str, source: Source, depth: int) -> None:
        """Read bytes, and what stands in them."""
        kind = judge(source)
        if self.look:
            self.look(part, kind, source)
        for found in _told(part, kind, source, self.limits):
            self.take(part, found, depth)
            if self.spent:
                return

    def take(self, part: str, found: _Located, depth: int = 0) -> None:
        """Note what was found in a part; read what stands in it."""
        match found:
            case Piece():
                self.pieces.append(found)
                self.characters += len(found.text)
                self._stop_if(self.characters > self.limits.total, Rule.U104, part)
            case Flaw():
                self.flaws.append((part, found))
            case Inner():
                self._descend(f"{part}!{found.label}" if part else found.label, found.source, depth + 1)
            case _:
                assert_never(found)

    def _descend(self, part: str, source: Source, depth: int) -> None:
        self.entries += 1
        self.bytes += len(source.data)
        self._stop_if(self.entries > self.limits.entries, Rule.U105, part)
        self._stop_if(self.bytes > self.limits.total, Rule.U104, part)
        if depth > self.limits.depth:
            self.flaws.append((part, Flaw(Rule.U107)))
        elif len(source.data) > self.limits.part:
            self.flaws.append((part, Flaw(Rule.U104)))
        elif not self.spent:
            self.read(part, source, depth)

    def _stop_if(self, too_much: bool, rule: Rule, part: str) -> None:  # noqa: FBT001 - reads as a sentence
        if too_much and not self.spent:
            self.flaws.append((part, Flaw(rule)))
            self.spent = True


def _told(part: str, kind: Kind, source: Source, limits: Limits) -> Iterable[_Located]:
    """What stands in the bytes.

    Built files share most of their parts (styles, theme, numbering, pictures), so small parts are remembered.
    """
    if part and kind in READ_ALONE and len(source.data) <= _REMEMBERED_BYTES:
        return _remembered(part, kind, source, limits)
    return _located(part, kind, source, limits)


@lru_cache(maxsize=_REMEMBERED_PARTS)
def _remembered(part: str, kind: Kind, source: Source, limits: Limits) -> tuple[_Located, ...]:
    return tuple(_located(part, kind, source, limits))


def _located(part: str, kind: Kind, source: Source, limits: Limits) -> Iterator[_Located]:
    """What the kind's reader finds; if it breaks off, what can be read of the bytes as they are."""
    lines = not part or kind is not Kind.XML  # nobody counts lines in the XML of an office file
    if contradicts(source.extension, kind):
        yield Flaw(Rule.U108)
    try:
        for found in READERS[kind](source, limits):
            yield _piece(part, found, lines=lines) if isinstance(found, Text) else found
    except BROKEN as error:
        yield Flaw(error.rule if isinstance(error, UnreadableError) else Rule.U102)
        for text in edges(source.data):
            yield _piece(part, text, lines=lines)


def _piece(part: str, text: Text, *, lines: bool) -> Piece:
    return Piece(part, text.place, text.role, text.text, text.line if lines else 0)
