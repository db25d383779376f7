"""What the matcher sees through: each way of hiding, tried on every secret of every case."""

import pytest

from verify.match.disguises import NASTY, PLAIN
from verify.match.planted import ALL, among_others, is_found


@pytest.mark.parametrize("kind", PLAIN)
def test_a_plain_disguise_never_helps(kind: str) -> None:
    missed = [
        number
        for number, (case, secret) in enumerate(ALL)
        if not is_found(case.text, among_others(PLAIN[kind](secret)))
    ]
    assert missed == []


@pytest.mark.parametrize("kind", NASTY)
def test_a_nasty_disguise_mostly_does_not_help(kind: str) -> None:
    seen = [is_found(case.text, among_others(NASTY[kind](secret))) for case, secret in ALL]
    assert sum(seen) >= 0.7 * len(seen)


def test_nine_in_ten_nasty_disguises_are_seen_through() -> None:
    seen = [
        is_found(case.text, among_others(hide(secret))) for hide in NASTY.values() for case, secret in ALL
    ]
    assert sum(seen) >= 0.97 * len(seen)


def test_there_are_enough_kinds() -> None:
    assert len(PLAIN) >= 40
    assert len(NASTY) >= 25
    assert not PLAIN.keys() & NASTY.keys()
