"""A reference file's entries, within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_MOST_BYTES = 32 * 1024 * 1024
_MOST_ENTRIES = 500
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)
DOCUMENT = "word/document.xml"


def read_package(data: bytes) -> Mapping[str, bytes] | None:
    """Name → bytes; None for what is no Word file, is too large, or has a name twice."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            sizes = sum(entry.file_size for entry in entries)
            if len(entries) > _MOST_ENTRIES or sizes > _MOST_BYTES:
                return None
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except _UNREADABLE:
        return None
    return parts if DOCUMENT in parts and len(parts) == len(entries) else None
