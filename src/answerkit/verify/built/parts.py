"""Which parts a built file has, and the two parts that follow from that: content types, package relations.

Source: ECMA-376-2 (Open Packaging Conventions), 8.3 (relationships) and 10.1.2 (content types).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from answerkit.model.frozen import dataclass
from answerkit.verify.built.archive import FIRST, Entry
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.letterhead import FIRST_HEADER, FIRST_RELATIONS, LOGO
from answerkit.verify.built.vocabulary import HEADER

CONTENT_TYPES = FIRST
PACKAGE_RELATIONS = "_rels/.rels"
CORE = "docProps/core.xml"
BODY = "word/document.xml"
BODY_RELATIONS = "word/_rels/document.xml.rels"
NOTES = "word/footnotes.xml"
NOTES_RELATIONS = "word/_rels/footnotes.xml.rels"
PAGE_HEADER = "word/header1.xml"
PAGE_FOOTER = "word/footer1.xml"
NUMBERING = "word/numbering.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
FONTS = "word/fontTable.xml"
THEME = "word/theme/theme1.xml"

FIXED = (FONTS, SETTINGS, STYLES, THEME)
"""Parts that are the reference file's, in the order of their relations."""

_NEEDED = (
    CONTENT_TYPES,
    PACKAGE_RELATIONS,
    CORE,
    BODY,
    BODY_RELATIONS,
    NOTES,
    PAGE_HEADER,
    PAGE_FOOTER,
    NUMBERING,
    STYLES,
    SETTINGS,
)
_ALLOWED = frozenset((*_NEEDED, NOTES_RELATIONS, FONTS, THEME, FIRST_HEADER, FIRST_RELATIONS))
_MEDIA = re.compile(r"word/media/image[1-9][0-9]{0,2}\.(png|svg)")

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    BODY: f"{_WORD}document.main+xml",
    NOTES: f"{_WORD}footnotes+xml",
    PAGE_HEADER: f"{_WORD}header+xml",
    FIRST_HEADER: f"{_WORD}header+xml",
    PAGE_FOOTER: f"{_WORD}footer+xml",
    NUMBERING: f"{_WORD}numbering+xml",
    STYLES: f"{_WORD}styles+xml",
    SETTINGS: f"{_WORD}settings+xml",
    FONTS: f"{_WORD}fontTable+xml",
    THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
}
_DEFAULTS = {
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = (
    f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Package:
    """A built file's parts.

    Attributes:
        data: name → bytes.
        texts: name → XML; of the parts that are answerkit's own, only what stands behind the declaration.
    """

    data: Mapping[str, bytes]
    texts: Mapping[str, str]

    @property
    def letterhead(self) -> tuple[str, ...]:
        """Names of the parts of the first page's own header."""
        own = (FIRST_HEADER, FIRST_RELATIONS)
        return tuple(name for name in self.data if name in own or LOGO.fullmatch(name))

    @property
    def media(self) -> Mapping[str, bytes]:
        """Name → bytes of the pictures."""
        return {name: data for name, data in self.data.items() if _MEDIA.fullmatch(name)}


_OWN = (CORE, BODY, BODY_RELATIONS, NOTES, NOTES_RELATIONS, PAGE_HEADER, PAGE_FOOTER)
_READ = (*_OWN, NUMBERING, STYLES)


def open_package(entries: Sequence[Entry]) -> tuple[Package, tuple[Fault, ...]]:
    """The parts, and what is wrong with the selection of parts or with the form of their text."""
    data = {entry.name: entry.data for entry in entries}
    texts = {name: text for name in _READ if (text := _text(name, data.get(name, b""))) is not None}
    faults = (*_stray(entries), *_missing(data), *_unreadable(data, texts), *_overviews(data))
    return Package(data, texts), faults


def _text(name: str, data: bytes) -> str | None:
    """A part's XML; how the reference file's parts begin is that file's affair."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if name not in _OWN:
        return text
    return text.removeprefix(HEADER) if text.startswith(HEADER) else None


def _stray(entries: Iterable[Entry]) -> Iterator[Fault]:
    for ordinal, entry in enumerate(entries, 1):
        if not (entry.name in _ALLOWED or _MEDIA.fullmatch(entry.name) or LOGO.fullmatch(entry.name)):
            yield Fault(Rule.S114, f"#{ordinal}")


def _missing(data: Mapping[str, bytes]) -> Iterator[Fault]:
    return (Fault(Rule.S115, name) for name in _NEEDED if name not in data)


def _unreadable(data: Mapping[str, bytes], texts: Mapping[str, str]) -> Iterator[Fault]:
    return (Fault(Rule.S120, name) for name in _READ if name in data and name not in texts)


def _overviews(data: Mapping[str, bytes]) -> Iterator[Fault]:
    if data.get(CONTENT_TYPES) != _content_types(data).encode("utf-8"):
        yield Fault(Rule.S112, CONTENT_TYPES)
    if data.get(PACKAGE_RELATIONS) != _PACKAGE_RELATIONS.encode("utf-8"):
        yield Fault(Rule.S113, PACKAGE_RELATIONS)


def _content_types(names: Iterable[str]) -> str:
    """The one overview of types that these parts may have."""
    extensions = {name.rpartition(".")[2] for name in names} | {"rels"}
    defaults = [
        f'<Default Extension="{extension}" ContentType="{_DEFAULTS[extension]}"/>'
        for extension in sorted(extensions & _DEFAULTS.keys())
    ]
    overrides = [
        f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in names if name in _TYPES
    ]
    return f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">{"".join(defaults + overrides)}</Types>'
