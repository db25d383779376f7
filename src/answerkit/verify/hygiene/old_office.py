"""RTF and compound files: comments, changes, hidden text, objects, macros, authors.

Sources: Rich Text Format Specification 1.9.1; MS-OLEPS 2.21-2.24 (properties); MS-OVBA 2.2.1 (macros).
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from answerkit.verify.extract.found import Source
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace
from answerkit.verify.hygiene.word_97 import document_rules, table_name

if TYPE_CHECKING:
    from olefile import OleFileIO

_END: Final = rb"(?![a-zA-Z0-9])"
_WORDS: Final = tuple(
    (re.compile(rb"\\(?:" + words + rb")"), rule)
    for words, rule in (
        (rb"annotation" + _END, Rule.H101),
        (rb"(?:revised1?|deleted1?|mvf|mvt)" + _END, Rule.H102),
        (rb"v1?" + _END, Rule.H103),
        (rb"(?:object|objdata)" + _END, Rule.H105),
        (rb"template [^{}\\]", Rule.H106),
        (rb"(?:docvar|datastore)" + _END, Rule.H111),
        (rb"propname [^{}\\\s]", Rule.H111),
    )
)
_FETCHING = re.compile(
    rb"\\fldinst[^{}]{0,20}\{?[^{}]{0,60}?\b(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO) "
)
_AUTHOR = re.compile(rb"\\(author|operator|manager|company|doccomm) ([^{}]+)")
_ESCAPE = re.compile(rb"\\'([0-9A-Fa-f]{2})")
_UNICODE = re.compile(rb"\\u-?[0-9]+ ?")
_STREAMS: Final = (
    ("_VBA_PROJECT", Rule.H107),
    ("\x01Ole10Native", Rule.H105),
    ("ObjectPool", Rule.H105),
    ("EmbeddedOdf", Rule.H105),
)
_AUTHORS: Final = ("author", "last_saved_by", "company", "manager")


def rtf_traces(source: Source, own: frozenset[str]) -> Iterator[Trace]:
    """What an RTF file's control words say it holds; ``own`` are authors that may stand in it."""
    for words, rule in _WORDS:
        for _ in words.finditer(source.data):
            yield Trace(rule)
    for _ in _FETCHING.finditer(source.data):
        yield Trace(Rule.H108)
    for kind, name in _AUTHOR.findall(source.data):
        if _letters(name) not in own:
            yield Trace(Rule.H112, kind.decode())


def _letters(name: bytes) -> str:
    """A name with its escapes put into letters; one in Unicode is followed by another for old readers."""
    plain = _ESCAPE.sub(lambda code: bytes.fromhex(code[1].decode()), _UNICODE.sub(b"", name))
    return plain.decode("cp1252", errors="replace").strip()


def ole_traces(source: Source, own: frozenset[str]) -> Iterator[Trace]:
    """Macros, objects, authors and changes of a compound file; what is broken is the reader's to report."""
    import olefile  # noqa: PLC0415 - only a compound file pays for it

    names: set[str] = set()
    metadata = None
    with suppress(TypeError, AttributeError), olefile.OleFileIO(io.BytesIO(source.data)) as container:
        names = {name for path in container.listdir(streams=True, storages=True) for name in path}
        metadata = container.get_metadata()
        yield from _word_traces(container)
    for stream, rule in _STREAMS:
        if stream in names:
            yield Trace(rule)
    for name in _AUTHORS:
        value = getattr(metadata, name, None) or b""
        if value and value.decode("cp1252", errors="replace").strip("\x00 ") not in own:
            yield Trace(Rule.H112, name)


def _word_traces(container: OleFileIO[str]) -> Iterator[Trace]:
    """What a text document holds beside its text."""
    if not container.exists("WordDocument"):
        return
    document = container.openstream("WordDocument").read()
    with suppress(struct.error, IndexError, OSError):
        table = container.openstream(table_name(document)).read()
        yield from map(Trace, document_rules(document, table))
