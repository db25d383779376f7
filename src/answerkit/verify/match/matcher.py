"""The content gate's search: secrets against pieces of text, said without repeating either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from answerkit.model.finding import Finding, Gate, Witness
from answerkit.model.problem import Severity
from answerkit.model.text import Piece, Role
from answerkit.verify.match.codes import Rule
from answerkit.verify.match.engine import Engine
from answerkit.verify.match.shown import hide_names, shown
from answerkit.verify.match.view import Disguise, Hit
from answerkit.verify.secrets.secret import Identifier, Name, Number, Secrets, Sentence, Term

_FILE_NAME = "filnavn"
_CELL_ENDS = re.compile(r"[\t\n]")


class Matcher:
    """Looks for secrets. Building it costs more than a search, so one matcher serves many files."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._engine = Engine(secrets)
        self._telling: dict[str, bool] = {}

    def __repr__(self) -> str:
        """How many secrets it knows, never which."""
        return f"Matcher({len(self._secrets)} secrets)"

    def find(
        self, name: str, pieces: Sequence[Piece], ordinal: int = 1, witness: Witness | None = None
    ) -> tuple[Finding, ...]:
        """What is secret in a file: one finding for each secret and smallest place, sorted.

        Args:
            name: the file as the user named it; its last part is searched as well.
            pieces: all text of the file.
            ordinal: the file's number in the run, shown where its name itself is secret.
            witness: hears what was found, beside the findings, which do not say it.
        """
        searched = _with_file_name(name, pieces)
        by_text: dict[str, list[Piece]] = {}
        for piece in searched:
            by_text.setdefault(piece.text, []).append(piece)
        texts = list(by_text)
        hits = self._engine.hits(texts)
        placed = [
            (piece, hit)
            for source, found in hits.items()
            for hit in found
            for piece in by_text[texts[source]]
        ]
        smallest = tuple(_smallest(placed))
        findings = self.hide_names([self._finding(name, piece, hit) for piece, hit in smallest], ordinal)
        if witness:
            for found, (_, hit) in zip(findings, smallest, strict=True):
                witness(found, _text(hit))
        return tuple(sorted(findings, key=_order))

    def hide_names(self, findings: Iterable[Finding], ordinal: int = 1) -> list[Finding]:
        """Findings of any gate, with numbers in place of file, part and place names that are secret."""
        return hide_names(findings, ordinal, self._tells)

    def shown(self, name: str, ordinal: int) -> str:
        """The name of a file, with its number in the run in place of what is secret in it."""
        return shown(name, ordinal, self._tells)

    def _tells(self, name: str) -> bool:
        if name not in self._telling:
            self._telling[name] = bool(self._engine.hits([name]))
        return self._telling[name]

    def _finding(self, name: str, piece: Piece, hit: Hit) -> Finding:
        spans = hit.view.spans
        start, end = spans[hit.first][0], spans[hit.last][1]
        rule = self._rule(hit)
        return Finding(
            file=name,
            part=piece.part,
            place=piece.place,
            gate=Gate.CONTENT,
            code=rule.name,
            message=_message(rule, hit),
            severity=Severity.WARNING if hit.alone else Severity.ERROR,
            line=_line(piece, hit, start),
            kind=self._kind(rule, hit),
            length=end - start,
        )

    def _rule(self, hit: Hit) -> Rule:
        match self._secrets.items[hit.secret]:
            case Identifier():
                return Rule.C101
            case Name():
                return Rule.C106 if hit.alone else Rule.C102
            case Term():
                return Rule.C103
            case Sentence():
                return Rule.C104
            case Number():
                return Rule.C105
            case other:
                assert_never(other)

    def _kind(self, rule: Rule, hit: Hit) -> str:
        secret = self._secrets.items[hit.secret]
        return secret.form.value if isinstance(secret, Identifier) else rule.kind


def _with_file_name(name: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces, and the file's name where whoever read the file gave none."""
    if any(piece.role is Role.NAME and not piece.part for piece in pieces):
        return pieces
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return (Piece("", _FILE_NAME, Role.NAME, last), *pieces)


def _smallest(placed: Sequence[tuple[Piece, Hit]]) -> Iterator[tuple[Piece, Hit]]:
    """The hits without those of a larger piece that the smaller one is a line or a cell of."""
    by_secret: dict[tuple[str, int, bool], list[tuple[Piece, Hit]]] = {}
    for piece, hit in placed:
        by_secret.setdefault((piece.part, hit.secret, hit.alone), []).append((piece, hit))
    for found in by_secret.values():
        kept: list[tuple[str, frozenset[str]]] = []
        for piece, hit in sorted(found, key=lambda item: len(item[0].text)):
            cells = frozenset(_CELL_ENDS.split(piece.text))
            if not any(smaller <= cells and text != piece.text for text, smaller in kept):
                kept.append((piece.text, cells))
                yield piece, hit


def _message(rule: Rule, hit: Hit) -> str:
    disguise = hit.disguise.value or hit.view.disguise.value
    return f"{rule.sentence} ({disguise})" if disguise else rule.sentence


def _text(hit: Hit) -> str:
    spans = hit.view.spans
    return hit.view.text[spans[hit.first][0] : spans[hit.last][1]]


def _line(piece: Piece, hit: Hit, start: int) -> int:
    plain = hit.view.disguise is Disguise.NONE
    return piece.line + hit.view.text.count("\n", 0, start) if piece.line and plain else piece.line


def _order(found: Finding) -> tuple[str, str, int, str, str, str, int]:
    return found.file, found.part, found.line, found.place, found.code, found.kind, found.length
