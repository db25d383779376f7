"""Text that nobody sees on the page is found wherever it is hidden, and no finding repeats it."""

import pytest

from verify.built.clean import check, clean
from verify.built.hiding import ways
from verify.built.spoiling import SECRET, Way

WAYS = tuple(ways())


def test_there_are_many_ways_each_with_a_name() -> None:
    assert len({name for name, _, _ in WAYS}) == len(WAYS) >= 100


@pytest.mark.parametrize("way", WAYS, ids=[name for name, _, _ in WAYS])
def test_is_found(way: Way) -> None:
    _, rule, spoil = way
    spoilt = spoil()
    assert spoilt != clean()
    findings = check(spoilt)
    assert rule in {finding.code for finding in findings}
    assert list(findings) == sorted(findings)
    told = repr(findings)
    assert not any(word in told for word in SECRET.split())
    assert "viggo" not in told.casefold()
