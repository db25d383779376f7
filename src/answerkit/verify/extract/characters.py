"""Whether bytes are text, and in which encoding."""

from __future__ import annotations

import codecs
import re
from typing import Final

from answerkit.verify.extract.raw import one_byte

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ASCII = re.compile(rb"[\t\n\r\x20-\x7e]")
_FEW: Final = 0.7
"""The least part of bytes that is ASCII in text of one byte a character, in a Latin script."""


def decoded(data: bytes) -> str | None:
    """The bytes as text without its byte order mark, or None when they are no text.

    UTF-8, UTF-16 and UTF-32 are known by their mark, UTF-8 and UTF-16 without one by their form; what else
    has no control characters and is mostly ASCII is taken as one byte per character.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if not _CONTROL.search(data):
        text = _strict(data, "utf-8")
        return text if text is not None else _single(data)
    zeros = data[0::2].count(0), data[1::2].count(0)
    if max(zeros) * 4 > len(data):
        return _strict(data, "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be")
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except ValueError:
        return None
    return None if _CONTROL_CHARACTER.search(text) else text


def _single(data: bytes) -> str | None:
    return one_byte(data) if len(_ASCII.findall(data)) >= _FEW * len(data) else None
