"""Messages on the pipe from a child: one byte for the kind, four for the length, then that many bytes."""

import struct
from enum import IntEnum
from typing import BinaryIO, Final

from answerkit.model.frozen import dataclass

LIMIT: Final = 64 * 1024 * 1024
"""The most bytes of one message: many times a document, and no way to exhaust the parent's memory."""

_HEAD: Final = struct.Struct(">BI")


class Kind(IntEnum):
    """What a message holds."""

    RESULT = 1
    MEASURED = 2
    FAILURE = 3
    DONE = 4


_KINDS: Final = frozenset(Kind)


class FrameError(ValueError):
    """A message is too large, of no known kind, or cut short. Holds none of its bytes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    kind: Kind
    data: bytes


def write(sink: BinaryIO, kind: Kind, data: bytes = b"") -> None:
    """Send one message at once.

    Raises:
        FrameError: ``data`` is longer than ``LIMIT``.
        BrokenPipeError: nobody reads any more.
    """
    if len(data) > LIMIT:
        raise FrameError("too large")
    sink.write(_HEAD.pack(kind, len(data)))
    sink.write(data)
    sink.flush()


def read(source: BinaryIO) -> Frame | None:
    """The next message, or None when the writer has closed the pipe between two messages.

    Raises:
        FrameError: what comes is no message.
    """
    head = source.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise FrameError("cut short")
    kind, length = _HEAD.unpack(head)
    if length > LIMIT or kind not in _KINDS:
        raise FrameError("too large or unknown")
    data = source.read(length)
    if len(data) < length:
        raise FrameError("cut short")
    return Frame(Kind(kind), data)
