"""The comparison of pages with the Word file that CI makes: it can fail, and it knows what pages add."""

from __future__ import annotations

import pytest

from answerkit.verify.page.line import Line
from project.loading import load_script

differences = load_script("tools/pages.py").differences

LINES = (
    Line("publisher", "Prøveby Kommune"),
    Line("banner", "Offentlig udgave"),
    Line("h1", "Svar"),
    Line("h2", "Ad 1) Arbejdet"),
    Line("text", "Der er 550 sager i alt."),
    Line("item bullet", "et punkt"),
    Line("row"),
    Line("head", "Hvad"),
    Line("head number", "Antal"),
    Line("row total"),
    Line("cell", "Sager"),
    Line("cell number", "550"),
    Line("footnote 1", "En note."),
)
PAGES = """\
Prøveby Kommune Offentlig udgave
Side 1 af 2
Svar
Ad 1) Arbejdet
Der er 550 sager i
alt.1
• et punkt
Hvad
Antal
1
En note.
\fPrøveby Kommune Offentlig udgave
Side 2 af 2
Hvad
Antal
Sager
550
"""


def test_what_pages_add_is_no_difference() -> None:
    assert list(differences(LINES, PAGES)) == []


def test_a_word_that_a_line_breaks_is_no_difference() -> None:
    assert list(differences(LINES, PAGES.replace("Arbejdet", "Arbej\ndet"))) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Der er 550", "Der er 55", "missing: 0"),
        ("et punkt", "", "missing: et"),
        ("Svar\nAd 1) Arbejdet\n", "Ad 1) Arbejdet\nSvar\n", "missing: Svar"),
        ("et punkt", "et andet punkt", "added: andet"),
        ("En note.", "", "missing footnote: En note."),
    ],
)
def test_a_difference_is_told(old: str, new: str, said: str) -> None:
    assert said in list(differences(LINES, PAGES.replace(old, new)))
