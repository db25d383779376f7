"""Tools to spoil a built file, so that it still looks as if answerkit had packed it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from verify.built.clean import BODY, TYPES, clean

SECRET = "Viggo Hemmelig"  # noqa: S105 - what is hidden, an invented name
RAW = SECRET.encode()

Parts = dict[str, bytes]
Change = Callable[[Parts], object]
Spoiling = tuple[str, str, Change]
"""What is hidden where, the rule that must find it, and the change."""

Way = tuple[str, str, Callable[[], bytes]]
"""The same with the whole file instead of the change."""


def way(spoiling: Spoiling) -> Way:
    """The whole file after a change to its parts."""
    name, rule, change = spoiling
    return name, rule, partial(spoilt, change)


def entries(data: bytes) -> Parts:
    """Name → bytes of a file's parts, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts in an archive as answerkit writes it, sorted and undated."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: (name != TYPES, name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100600 << 16
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def spoilt(change: Change) -> bytes:
    """The clean file after something was done to its parts, packed as if answerkit had done it."""
    parts = entries(clean())
    change(parts)
    return packed(parts)


def swap(part: str, old: str, new: str) -> Change:
    """Replace what stands in a part; it must stand there."""

    def change(parts: Parts) -> None:
        text = parts[part].decode("utf-8")
        assert old in text, (part, "the text to replace is not there")
        parts[part] = text.replace(old, new, 1).encode("utf-8")

    return change


def swap_all(*changes: Change) -> Change:
    """Several changes, one after the other."""

    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change


def add(name: str, data: bytes, content_type: str = "") -> Change:
    """Put in a part, and declare it where a type is given."""

    def change(parts: Parts) -> None:
        parts[name] = data
        if content_type:
            row = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
            swap(TYPES, "</Types>", row)(parts)

    return change


def put(name: str, data: bytes) -> Change:
    """Give a part other bytes."""

    def change(parts: Parts) -> None:
        parts[name] = data

    return change


def drop(name: str) -> Change:
    """Take a part out."""

    def change(parts: Parts) -> None:
        del parts[name]

    return change


def first(part: str, what: str = SECRET) -> Change:
    """Before a part's root."""
    return swap(part, "?>\n", f"?>\n{what}")


def last(part: str, what: str = SECRET) -> Change:
    """Behind all else in a part."""

    def change(parts: Parts) -> None:
        parts[part] += what.encode()

    return change


def inside(what: str) -> Change:
    """Behind the last paragraph's text."""
    return swap(BODY, "Slut.</w:t></w:r>", f"Slut.</w:t></w:r>{what}")


def words(text: str = SECRET) -> str:
    """A run's text."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def look(properties: str) -> Change:
    """A run with these properties."""
    return inside(f"<w:r><w:rPr>{properties}</w:rPr>{words()}</w:r>")
