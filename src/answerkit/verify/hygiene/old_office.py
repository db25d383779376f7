"""RTF and compound files: comments, changes, hidden text, objects, macros, authors.

Sources: Rich Text Format Specification 1.9.1; MS-OLEPS 2.21-2.24 (properties); MS-OVBA 2.2.1 (macros).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.found import Source
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

_END: Final = rb"(?![a-zA-Z0-9])"
_WORDS: Final = tuple(
    (re.compile(rb"\\(?:" + words + rb")"), rule)
    for words, rule in (
        (rb"annotation" + _END, Rule.H101),
        (rb"(?:revised1?|deleted1?|mvf|mvt)" + _END, Rule.H102),
        (rb"v1?" + _END, Rule.H103),
        (rb"(?:object|objdata)" + _END, Rule.H105),
        (rb"template [^{}\\]", Rule.H106),
        (rb"(?:docvar|userprops|datastore)" + _END, Rule.H111),
        (rb"(?:author|operator|manager|company|doccomm) [^{}\\]", Rule.H112),
    )
)
_FETCHING = re.compile(
    rb"\\fldinst[^{}]{0,20}\{?[^{}]{0,60}?(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO) "
)
_STREAMS: Final = (
    ("_VBA_PROJECT", Rule.H107),
    ("\x01Ole10Native", Rule.H105),
    ("ObjectPool", Rule.H105),
    ("EmbeddedOdf", Rule.H105),
)
_AUTHORS: Final = ("author", "last_saved_by", "company", "manager")


def rtf_traces(source: Source) -> Iterator[Trace]:
    """What an RTF file's control words say it holds."""
    for words, rule in _WORDS:
        for _ in words.finditer(source.data):
            yield Trace(rule)
    for _ in _FETCHING.finditer(source.data):
        yield Trace(Rule.H108)


def ole_traces(source: Source) -> Iterator[Trace]:
    """Macros, objects and authors of a compound file; one that is broken is the reader's to report."""
    import olefile  # noqa: PLC0415 - only a compound file pays for it

    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as container:
            names = {name for path in container.listdir(streams=True, storages=True) for name in path}
            metadata = container.get_metadata()
    except (TypeError, AttributeError):
        return  # any other exception is one of those that broken bytes may raise anywhere
    for stream, rule in _STREAMS:
        if stream in names:
            yield Trace(rule)
    for name in _AUTHORS:
        if getattr(metadata, name):
            yield Trace(Rule.H112, name)
