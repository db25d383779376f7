"""The project's own content: its files as they are written, and its answers as they are printed."""

from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZipFile

import yaml
from lxml import etree

from answerkit.compose.composed import Composed
from answerkit.compose.confidential import ConfidentialComposer
from answerkit.compose.public import PublicComposer
from answerkit.load.overlay import load_confidential
from answerkit.load.public import load_public
from answerkit.model.config import Config
from answerkit.render.docx import Renderer

PROJECT = Path(__file__).parents[2]
CONTENT = PROJECT / "content"
PUBLIC = CONTENT / "public"
CONFIDENTIAL = CONTENT / "confidential"
TEMPLATES = PROJECT / "templates"
CONFIG = Config("Aarhus Kommune")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = (f"{W}tab", f"{W}br")

Yaml: TypeAlias = Any


def load(path: Path) -> Yaml:
    """A file's keys and values; every scalar is a string."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only


def record(collection: Path, name: str) -> Yaml:
    """The record with this id."""
    return load(collection / f"{name}.yaml")


def public_file(answer: str) -> bytes:
    """The public edition as a Word file."""
    library = load_public(PUBLIC, PROJECT).library
    return _render(PublicComposer(library, CONFIG, TEMPLATES).compose(library.answers[answer]))


def confidential_file(answer: str) -> bytes:
    """The confidential edition as a Word file."""
    library = load_public(PUBLIC, PROJECT).library
    confidential = load_confidential(CONFIDENTIAL, PROJECT, library).library
    composer = ConfidentialComposer(library, confidential, CONFIG, TEMPLATES)
    return _render(composer.compose(library.answers[answer], confidential.overlays[answer]))


def _render(composed: Composed) -> bytes:
    assert composed.document is not None
    return Renderer((TEMPLATES / "reference.docx").read_bytes()).render(composed.document)


def words(file: bytes) -> str:
    """What a reader sees in a Word file, a line per paragraph; no-break spaces are ordinary ones."""
    with ZipFile(BytesIO(file)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    return "\n".join(line for part in parts for line in _lines(part)).replace("\u00a0", " ")


def _lines(part: bytes) -> list[str]:
    root = etree.fromstring(part)
    return ["".join(_pieces(paragraph)) for paragraph in root.iter(f"{W}p")]


def _pieces(paragraph: etree._Element) -> list[str]:
    return [" " if piece.tag in BREAKS else piece.text or "" for piece in paragraph.iter(f"{W}t", *BREAKS)]
