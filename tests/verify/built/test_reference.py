"""The parts that come from the reference file: equal to it where it is at hand, harmless where it is not."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from answerkit.render.docx import Renderer
from answerkit.verify.built.gate import _grammar, prepare, verify_built
from answerkit.verify.built.reference import read_reference
from verify.built.clean import BODY, NUMBERING, REFERENCE, RENDERER, SETTINGS, STYLES, clean, full
from verify.built.spoiling import SECRET, Change, entries, packed, spoilt, swap


def deflated(data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A reference file as another program would pack it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in entries(data).items():
            archive.writestr(name, part)
    return buffer.getvalue()


def codes(data: bytes, reference: bytes | None) -> set[str]:
    return {finding.code for finding in verify_built(data, name="f", reference=reference)}


def test_a_reference_file_may_be_packed_in_another_way() -> None:
    reference = deflated(REFERENCE)
    assert codes(Renderer(reference).render(full()), reference) == set()


def test_a_reference_file_may_have_lists_that_begin_anew() -> None:
    """So do those of Word; the document's own lists stand behind them."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    own = f'<w:num w:numId="6"><w:abstractNumId w:val="2"/>{override}</w:num>'
    parts = entries(REFERENCE)
    swap(NUMBERING, "</w:numbering>", f"{own}</w:numbering>")(parts)
    reference = packed(parts)
    assert codes(Renderer(reference).render(full()), reference) == set()


def test_a_reference_file_may_have_been_saved_by_word() -> None:
    """Word ends the declaration with two characters, and says more of the page and the lists."""
    parts = entries(REFERENCE)
    more = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r='
    for part in (STYLES, SETTINGS, NUMBERING):
        swap(part, "?>\n", "?>\r\n")(parts)
        swap(part, " xmlns:r=", more)(parts)
    swap(NUMBERING, '<w:num w:numId="1">', '<w:num w:numId="1" w:rsidR="00000001">')(parts)
    swap(BODY, '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:h="16838" w:w="11906" w:code="9"/>')(parts)
    reference = deflated(packed(parts))
    assert codes(Renderer(reference).render(full()), reference) == set()


def test_a_gate_that_got_ready_has_nothing_left_to_compile() -> None:
    prepare(REFERENCE)
    before = _grammar.cache_info().misses
    assert codes(clean(), REFERENCE) == set()
    assert _grammar.cache_info().misses == before


def test_what_a_grammar_has_seen_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerkit.verify.built.notation._MOST_REMEMBERED", 3)
    assert codes(clean(), REFERENCE) == set()
    assert "S124" in codes(spoilt(swap(BODY, "<w:t ", "<w:tt ")), REFERENCE)


UNREADABLE = {
    "nothing": b"",
    "no archive": b"abc",
    "half of it": REFERENCE[: len(REFERENCE) // 2],
    "a method that Word does not know": deflated(REFERENCE, zipfile.ZIP_LZMA),
    "no numbering": REFERENCE.replace(b"word/numbering.xml", b"word/numbrering.xm"),
    "no page": REFERENCE.replace(b"w:pgSz", b"w:pgXX"),
}


@pytest.mark.parametrize("reference", UNREADABLE.values(), ids=UNREADABLE)
def test_a_reference_file_that_cannot_be_read_is_a_finding(reference: bytes) -> None:
    prepare(reference)
    assert read_reference(reference) is None
    assert codes(clean(), reference) == {"S111"}


@pytest.mark.parametrize("seed", range(40))
def test_no_reference_file_makes_the_gate_stumble(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(deflated(REFERENCE) if seed % 2 else REFERENCE)
    for _ in range(3):
        data[chance.randrange(len(data))] = chance.randrange(256)
    prepare(bytes(data))
    verify_built(clean(), name="f", reference=bytes(data))


SUSPICIOUS: dict[str, tuple[str, Change]] = {
    "text in the styles": ("S110", swap(STYLES, "</w:styles>", f"{SECRET}</w:styles>")),
    "a style of another name": ("S110", swap(STYLES, 'w:val="heading 1"', f'w:val="{SECRET}"')),
    "a comment in the settings": ("S110", swap(SETTINGS, "</w:settings>", f"<!--{SECRET}--></w:settings>")),
    "a long value": ("S110", swap(SETTINGS, 'w:percent="100"', f'w:percent="{SECRET * 9}"')),
    "another element": ("S110", swap(SETTINGS, "<w:zoom", f"<v:v {SECRET}/><w:zoom")),
    "no declaration": ("S110", swap(SETTINGS, "<?xml", "<?xm1")),
    "a style that hides": ("S128", swap(STYLES, "<w:b/>", "<w:vanish/>")),
    "a variable": ("S128", swap(SETTINGS, "<w:zoom", '<w:docVars><w:docVar w:val="a"/></w:docVars><w:zoom')),
    "text among the definitions of lists": ("S110", swap(NUMBERING, "<w:lvl ", f"{SECRET}<w:lvl ")),
    "text behind the lists": ("S110", swap(NUMBERING, "</w:numbering>", f"{SECRET}</w:numbering>")),
}


@pytest.mark.parametrize(("rule", "change"), SUSPICIOUS.values(), ids=SUSPICIOUS)
def test_without_a_reference_file_what_could_be_text_is_found(rule: str, change: Change) -> None:
    assert rule in codes(spoilt(change), None)


def test_without_a_reference_file_a_built_file_passes() -> None:
    assert codes(RENDERER.render(full()), None) == set()
