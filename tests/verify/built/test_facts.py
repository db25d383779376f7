"""What the gate reads for itself in the public content: addresses and pictures, and no comment."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from answerkit.verify.built.facts import PublicPicture, read_public_facts
from verify.built.clean import ALT, DRAWN, PROJECT, png


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


ADDRESSES = {
    "url: https://example.org/lov/1": "https://example.org/lov/1",
    "text: Se [siden](https://example.org/a).": "https://example.org/a",
    "text: Se [siden](https://example.org/a), og gå videre.": "https://example.org/a",
    "text: Se [siden](https://example.org/a_(b)).": "https://example.org/a_(b)",
    "text: Se <https://example.org/a>.": "https://example.org/a",
    "text: Se <sekretariat@example.org>.": "mailto:sekretariat@example.org",
    "text: 'Se [os](mailto:a@example.org)'": "mailto:a@example.org",
    "text: |-\n  Se\n  [siden](https://example.org/b)\n  i dag.": "https://example.org/b",
    "text: Se [siden](https://example.org/på/vej).": "https://example.org/p%C3%A5/vej",
    "text: 'Se [siden][1]: godt.\n\n  [1]: https://example.org/c'": "https://example.org/c",
    "note: '**https://example.org/d**'": "https://example.org/d",
}


@pytest.mark.parametrize(("text", "address"), ADDRESSES.items())
def test_an_address_in_a_value_is_known(tmp_path: Path, text: str, address: str) -> None:
    write(tmp_path, "blocks/text/a.yaml", text)
    assert address in read_public_facts(tmp_path).links


@pytest.mark.parametrize(
    "text", ["a [b](https://example.org/på)", "<https://example.org/a_b>", "<a@example.org>"]
)
def test_an_address_is_known_as_markdown_writes_it(tmp_path: Path, text: str) -> None:
    write(tmp_path, "a.yaml", f"text: '{text}'")
    tokens = MarkdownIt().parseInline(text)[0].children or []
    assert {str(token.attrs["href"]) for token in tokens if token.attrs} <= read_public_facts(tmp_path).links


UNKNOWN = {
    "a comment": "# https://example.org/viggo\ntext: a",
    "an address without encryption": "url: http://example.org/viggo",
    "broken YAML": "text: [https://example.org/viggo",
    "no UTF-8": "text: https://example.org/viggo \udcff",
}


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_no_value_is_not_known(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_public_facts(tmp_path).links == frozenset()


def test_an_address_begins_at_its_scheme_and_is_no_longer_than_it_stands(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "url: https://example.org/a/b")
    assert read_public_facts(tmp_path).links == {"https://example.org/a/b"}


def test_pictures_are_known_with_their_description(tmp_path: Path) -> None:
    write(tmp_path, "assets/trekant.yaml", f"id: trekant\nalt: |-\n  En rød\n  {ALT[7:]}\n")
    (tmp_path / "assets" / "trekant.png").write_bytes(png())
    (tmp_path / "assets" / "trekant.svg").write_bytes(DRAWN)
    (tmp_path / "assets" / "viggo.png").write_bytes(DRAWN)
    known = PublicPicture(ALT, sha256(png()).hexdigest(), sha256(DRAWN).hexdigest())
    assert read_public_facts(tmp_path).pictures == {known}


def test_a_picture_need_have_no_drawing(tmp_path: Path) -> None:
    write(tmp_path, "assets/trekant.yaml", "alt: Trekant")
    (tmp_path / "assets" / "trekant.png").write_bytes(png())
    assert read_public_facts(tmp_path).pictures == {PublicPicture("Trekant", sha256(png()).hexdigest())}


def test_a_description_elsewhere_is_none_of_a_picture(tmp_path: Path) -> None:
    write(tmp_path, "blocks/text/a.yaml", "alt: https://example.org")
    assert read_public_facts(tmp_path).pictures == frozenset()


def test_what_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    assert read_public_facts(tmp_path / "nowhere").links == frozenset()
    (tmp_path / "folder.yaml").mkdir()
    write(tmp_path, "large.yaml", "text: https://example.org/" + "a" * (16 * 1024 * 1024))
    assert read_public_facts(tmp_path).links == frozenset()


def test_the_projects_own_content_is_read() -> None:
    known = read_public_facts(PROJECT / "content" / "public")
    assert len(known.links) >= 5
    assert len(known.pictures) == 1
    assert all(picture.png and picture.svg for picture in known.pictures)
