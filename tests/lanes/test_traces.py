"""Canaries are known at sight, whole or in part, however they are spelt, and nothing else is."""

from __future__ import annotations

from base64 import b64encode

import pytest

from answerkit.lanes.traces import Traces

WORD = "qzjxkvbwpyhfgmcuntsd"
NUMBER = "71828182845904"


@pytest.mark.parametrize(
    "data",
    [
        WORD.encode(),
        WORD.upper().encode(),
        WORD.capitalize().encode("utf-16-le"),
        WORD.encode("utf-32-be"),
        WORD[4:16].encode(),
        WORD[::-1].encode(),
        "-".join(WORD).encode(),
        " ".join(WORD[:12]).encode(),
        WORD.encode().hex().encode(),
        WORD.encode().hex(" ").upper().encode(),
        b"71.828.182.845.904",
        *(
            b64encode(b"x" * before + WORD.encode() + b"y" * after)
            for before in range(4)
            for after in range(3)
        ),
    ],
)
def test_it_is_found(data: bytes) -> None:
    assert Traces([WORD, NUMBER]).found(b"\x00 before " + data + b" after \xff")


@pytest.mark.parametrize("data", [b"", WORD[:11].encode(), b"7182818", bytes(range(256)) * 800])
def test_it_is_left_alone(data: bytes) -> None:
    assert not Traces([WORD, NUMBER]).found(data)


def test_it_does_not_tell_in_a_failing_test() -> None:
    assert WORD not in repr(Traces([WORD]))
