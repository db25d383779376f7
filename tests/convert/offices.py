"""A LibreOffice for tests: the one that stands in for it, and the machine's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from answerkit.convert.office import Office, find_office
from answerkit.convert.pdf import Converted, convert
from render.samples import RENDERER
from render.torture import torture

FAKE = Path(__file__).with_name("fake_soffice.py")
WORD = RENDERER.render(torture())

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice er ikke installeret")


def fake(mode: str = "good", log: Path | None = None) -> Office:
    """The stand-in, told what to do."""
    told = {"FAKE_SOFFICE": mode} | ({"FAKE_LOG": str(log)} if log else {})
    return find_office(FAKE, {**os.environ, **told})


def converted(
    office: Office, words: Sequence[bytes], home: Path, patience: float | None = None
) -> tuple[Converted, ...]:
    """The results of a conversion, without its pauses."""
    work = convert(office, words, home, patience)
    while True:
        try:
            next(work)
        except StopIteration as done:
            results: tuple[Converted, ...] = done.value
            return results
