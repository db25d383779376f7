"""Unpacking with a cap: never more bytes than asked for come into being."""

from __future__ import annotations

import bz2
import lzma
import zlib
from dataclasses import field
from typing import Protocol

from answerkit.model.frozen import dataclass
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import UnreadableError
from answerkit.verify.extract.limits import Limits

RAW_DEFLATE = -15
ZLIB = 15
GZIP = 31


class _Decompressor(Protocol):
    """What zlib's, bz2's and lzma's decompressors have in common."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came of packed bytes.

    Attributes:
        rest: packed bytes behind the end of the stream.
        whole: whether the stream came to its own end.
    """

    data: bytes = field(repr=False)
    rest: bytes = field(repr=False)
    whole: bool


def inflate(data: bytes, form: int, limits: Limits) -> Unpacked:
    """Unpack deflated bytes; ``form`` is zlib's *wbits*.

    Raises:
        zlib.error: the bytes are no such stream.
        UnreadableError: more bytes come out than may.
    """
    return _unpack(zlib.decompressobj(form), data, limits)


def unpack_bzip2(data: bytes, limits: Limits) -> Unpacked:
    """Unpack bzip2.

    Raises:
        OSError: the bytes are no such stream.
        UnreadableError: more bytes come out than may.
    """
    return _unpack(bz2.BZ2Decompressor(), data, limits)


def unpack_xz(data: bytes, limits: Limits) -> Unpacked:
    """Unpack xz, within a fixed amount of memory.

    Raises:
        lzma.LZMAError: the bytes are no such stream.
        UnreadableError: more bytes come out than may.
    """
    return _unpack(lzma.LZMADecompressor(memlimit=limits.file), data, limits)


def _unpack(decompressor: _Decompressor, data: bytes, limits: Limits) -> Unpacked:
    unpacked = decompressor.decompress(data, limits.part + 1)
    size = len(unpacked)
    if size > limits.ratio_from and size > limits.ratio * len(data):
        raise UnreadableError(Rule.U106)
    if size > limits.part:
        raise UnreadableError(Rule.U104)
    return Unpacked(unpacked, decompressor.unused_data, decompressor.eof)
