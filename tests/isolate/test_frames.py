"""Messages on a pipe: whole, or refused."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.isolate import frames
from answerkit.isolate.frames import Frame, FrameError, Kind


@given(st.lists(st.tuples(st.sampled_from(Kind), st.binary(max_size=99))))
def test_messages_come_in_order_and_end(messages: list[tuple[Kind, bytes]]) -> None:
    pipe = io.BytesIO()
    for kind, data in messages:
        frames.write(pipe, kind, data)
    pipe.seek(0)
    assert [frames.read(pipe) for _ in messages] == [Frame(kind, data) for kind, data in messages]
    assert frames.read(pipe) is None


@pytest.mark.parametrize(
    "data",
    [
        b"\x01",
        b"\x01\x00\x00\x00",
        b"\x01\x00\x00\x00\x02x",
        b"\x00\x00\x00\x00\x00",
        b"\x09\x00\x00\x00\x00",
        struct.pack(">BI", Kind.RESULT, frames.LIMIT + 1),
        struct.pack(">BI", Kind.RESULT, 0xFFFFFFFF),
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError):
        frames.read(io.BytesIO(data))


def test_a_message_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "LIMIT", 8)
    pipe = io.BytesIO()
    with pytest.raises(FrameError):
        frames.write(pipe, Kind.RESULT, bytes(9))
    assert pipe.getvalue() == b""
    frames.write(pipe, Kind.RESULT, bytes(8))
    assert len(pipe.getvalue()) == 13
