"""Whatever bytes a file is made of, a scan ends with findings, and never with an exception."""

import random
from collections.abc import Callable
from time import process_time

import pytest

from answerkit.lanes.scan import Scanner
from answerkit.model.policy import PatternPolicy
from verify.extract import hide_office, hide_other, hide_word
from verify.extract.hiding import manifest

FAMILIES = (hide_word, hide_office, hide_other)
"""Each puts its hiding places into the list when it is imported."""

FILES = [(file, data) for _, file, data in manifest("Mogens Falkesgaard")]
Spoil = Callable[[bytearray, random.Random], None]


def place(data: bytearray, dice: random.Random) -> int:
    return dice.randrange(len(data) + 1)


def overwrite(data: bytearray, dice: random.Random) -> None:
    at = place(data, dice)
    data[at : at + 1] = dice.randbytes(1)


def cut(data: bytearray, dice: random.Random) -> None:
    at = place(data, dice)
    del data[at : at + dice.choice((1, 4, 40, 400))]


def insert(data: bytearray, dice: random.Random) -> None:
    at = place(data, dice)
    data[at:at] = dice.randbytes(dice.choice((1, 4, 16)))


def exaggerate(data: bytearray, dice: random.Random) -> None:
    at = place(data, dice)
    data[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00"))


def repeat(data: bytearray, dice: random.Random) -> None:
    at, start = place(data, dice), place(data, dice)
    data[at:at] = data[start : start + dice.choice((4, 40, 400))]


def truncate(data: bytearray, dice: random.Random) -> None:
    del data[place(data, dice) :]


SPOILING: tuple[Spoil, ...] = (overwrite, cut, insert, exaggerate, repeat, truncate)


@pytest.mark.parametrize("seed", range(20))
def test_no_spoilt_file_stops_a_scan(seed: int) -> None:
    dice, scanner = random.Random(seed), Scanner()  # noqa: S311 - the same every time
    for file, data in dice.sample(FILES, 60):
        spoilt = bytearray(data)
        for _ in range(dice.choice((1, 1, 2, 5, 20))):
            dice.choice(SPOILING)(spoilt, dice)
        assert all(item.file for item in scanner.scan(file, bytes(spoilt)))


@pytest.mark.parametrize("seed", range(5))
def test_no_bytes_at_random_stop_a_scan(seed: int) -> None:
    dice, scanner = random.Random(seed), Scanner()  # noqa: S311 - the same every time
    for file, data in dice.sample(FILES, 40):
        head = data[: dice.choice((4, 8, 16, 64))]
        assert all(item.file for item in scanner.scan(file, head + dice.randbytes(dice.randrange(600))))


def test_every_family_takes_part() -> None:
    assert len({file for file, _ in FILES}) > 5 * len(FAMILIES)


@pytest.mark.parametrize(
    ("file", "head", "token"),
    [
        ("a.html", b"<html>", b"<img "),
        ("a.html", b"<html>", b"<!-- "),
        ("a.xml", b"<x>", b"<!DOCTYPE "),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<< >>\nstream\n", b"BT "),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<< >>\nstream\n", b"beginbfchar "),
        ("a.pdf", b"%PDF-1.7\n", b"1 0 obj "),
        ("a.rtf", b"{\\rtf1 ", b"\\fldinst "),
        ("a.txt", b"", b"123456-"),
        ("a.eml", b"From: a\nTo: b\nSubject: c\n\n", b"a@"),
        ("a.zip", b"", b"PK\x03\x04"),
    ],
)
def test_time_grows_no_faster_than_the_file(file: str, head: bytes, token: bytes) -> None:
    """One that takes a time of another order takes half a minute for a file of this size."""
    scanner, start = Scanner(PatternPolicy(phones=False, mails=False)), process_time()
    scanner.scan(file, head + token * (100_000 // len(token)))
    assert process_time() - start < 5
