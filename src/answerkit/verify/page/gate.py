"""The HTML gate: the file's frame to the byte, its tags by a list, its lines against the Word file's."""

from __future__ import annotations

import re
import zipfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

from lxml import etree

from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.verify.page.codes import Rule
from answerkit.verify.page.line import Line
from answerkit.verify.page.shown import shown_lines
from answerkit.verify.page.tags import StrayError, read_body
from answerkit.verify.page.word import word_lines

_PUBLIC: Final = "Offentlig udgave"
_MOST_REPORTED: Final = 20
_UNREADABLE: Final = (ValueError, LookupError, zipfile.BadZipFile, etree.LxmlError, NotImplementedError)
_END: Final = "</body>\n</html>\n"

# Source: CSS Syntax 3, 4.3.7 (escapes); CSS Generated Content 3, 2 (content); CSS Cascade 5, 2 (@import).
_TRICKS: Final = re.compile(
    r"""[<\\]|@import|url\s*\(|image-set|(?<![-\w])content\s*:(?!\s*"FORTROLIG";)"""
    r"|(?:display|visibility)\s*:\s*(?:none|hidden)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class _Fault:
    """A rule that is broken, and where."""

    rule: Rule
    place: str = ""

    def finding(self, name: str) -> Finding:
        return Finding(name, "", self.place, Gate.STRUCTURE, self.rule.name, self.rule.value)


def verify_page(page: bytes, docx: bytes, css: str, *, name: str) -> tuple[Finding, ...]:
    """What is wrong with an HTML file; nothing when it may be written.

    Args:
        page: the file's bytes; any bytes at all.
        docx: the Word file of the same edition, which has passed the structure gate.
        css: the style sheet that the file must have.
        name: how findings call the file.
    """
    return tuple(fault.finding(name) for fault in _faults(page, docx, css))


def _faults(page: bytes, docx: bytes, css: str) -> Iterator[_Fault]:
    if _TRICKS.search(css):
        yield _Fault(Rule.S206)
    try:
        expected = word_lines(docx)
    except _UNREADABLE:
        yield _Fault(Rule.S207)
        return
    start = _frame(expected, css).encode()
    if not page.startswith(start) or not page.endswith(_END.encode()):
        yield _Fault(Rule.S201)
        return
    yield from _body_faults(page[len(start) : -len(_END)], expected)


def _body_faults(body: bytes, expected: Sequence[Line]) -> Iterator[_Fault]:
    try:
        lines = shown_lines(read_body(body.decode("utf-8")))
    except UnicodeDecodeError:
        yield _Fault(Rule.S202)
    except StrayError as error:
        yield _Fault(Rule.S203 if error.nested else Rule.S202, error.place)
    else:
        yield from _differences(lines, expected)


def _differences(lines: Sequence[Line], expected: Sequence[Line]) -> Iterator[_Fault]:
    if len(lines) != len(expected):
        yield _Fault(Rule.S205)
    pairs = enumerate(zip(lines, expected, strict=False), 1)
    different = [number for number, (shown, meant) in pairs if shown != meant]
    yield from (_Fault(Rule.S204, f"linje[{number}]") for number in different[:_MOST_REPORTED])


def _frame(expected: Sequence[Line], css: str) -> str:
    """All that must stand before the body: language, policy, publisher, title and style sheet."""
    publisher, banner, title = (line.text for line in expected[:3])
    digest = b64encode(sha256(css.encode()).digest()).decode("ascii")
    body = "<body>" if banner == _PUBLIC else '<body class="confidential-edition">'
    return (
        '<!DOCTYPE html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{_escaped(publisher)}">\n'
        f"<title>{_escaped(title, quotes=False)}</title>\n<style>{css}</style>\n</head>\n{body}\n"
    )


def _escaped(text: str, *, quotes: bool = True) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;") if quotes else escaped
