"""Word files → PDF: one run of LibreOffice for all of them.

LibreOffice exits with 0 when it fails, so what counts is the file that it leaves.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Generator, Mapping, Sequence
from enum import Enum
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Final, TypeAlias

from answerkit.convert.folder import private_folder
from answerkit.convert.office import Office
from answerkit.convert.process import running
from answerkit.convert.profile import PROFILE

_STEP: Final = 0.25  # seconds between two looks at the program
_START: Final = 60.0  # seconds for LibreOffice to start on a slow machine
_EACH: Final = 60.0  # seconds more for each file
_LEAST: Final = b"%PDF-"
_END: Final = b"%%EOF"

# Source: LibreOffice, filter options of writer_pdf_Export. ExportNotes would print Word's comments.
_OPTIONS: Final = {
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "ExportNotes": False,
    "ExportNotesInMargin": False,
    "ExportFormFields": False,
    "IsAddStream": False,
    "EmbedStandardFonts": True,
}
_FILTER: Final = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": str(value).lower()} for name, value in _OPTIONS.items()},
    separators=(",", ":"),
)

# Source: ISO 32000-1, 14.3.3 (document information), 14.4 (file identifiers); DocChecksum is its maker's own.
_DATE = re.compile(rb"/(?:CreationDate|ModDate)\s*\(D:[^()]*\)")
_IDENTITY = re.compile(rb"(/ID\s*\[\s*<)([0-9A-F]{32})(>\s*<)([0-9A-F]{32})(>)")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/[0-9A-F]{32}")


class Failure(Enum):
    """Why there is no PDF (Danish, for staff)."""

    START = (
        "LibreOffice kan ikke startes",
        "se efter, om det kan åbnes, eller angiv det med --libreoffice",
    )
    TIME = "LibreOffice blev ikke færdig i tide", "luk andre programmer, og prøv igen"
    NOTHING = "LibreOffice skrev ingen fil", "åbn Word-filen i LibreOffice, og se, hvad der er galt"
    BROKEN = "LibreOffice skrev en fil, der ikke er en hel PDF", "gør plads på disken, og prøv igen"

    @property
    def meaning(self) -> str:
        """What happened."""
        return self.value[0]

    @property
    def advice(self) -> str:
        """What to do."""
        return self.value[1]


Converted: TypeAlias = "bytes | Failure"


def convert(
    office: Office, words: Sequence[bytes], home: Path, patience: float | None = None
) -> Generator[None, None, tuple[Converted, ...]]:
    """The PDF of each Word file, or why there is none, in their order.

    Args:
        office: the LibreOffice to use.
        words: the files.
        home: an existing folder; LibreOffice works in a private one below it.
        patience: seconds until the run is broken off; by default a minute for the start and for each file.

    Yields:
        Now and then while LibreOffice works, so that somebody can show that it does.

    Raises:
        OSError: the private folder cannot be made or written to.
    """
    limit = _START + _EACH * len(words) if patience is None else patience
    with private_folder(home.absolute()) as folder:
        for name in ("profile/user", "in", "out", "tmp"):
            (folder / name).mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        files = [folder / "in" / f"{number}.docx" for number in range(1, len(words) + 1)]
        for file, data in zip(files, words, strict=True):
            file.write_bytes(data)
        stopped = yield from _run(office, files, folder, limit)
        return tuple(_result(folder / "out" / f"{file.stem}.pdf", stopped) for file in files)


def _run(
    office: Office, files: Sequence[Path], folder: Path, limit: float
) -> Generator[None, None, Failure | None]:
    """Let LibreOffice work until it is done; why it did not come to its end."""
    end = monotonic() + limit
    try:
        with running(_command(office, files, folder), _environment(office, folder), folder) as process:
            while monotonic() < end:
                try:
                    process.wait(_STEP)
                except subprocess.TimeoutExpired:
                    yield
                else:
                    return None
    except OSError:
        return Failure.START
    return Failure.TIME


def _command(office: Office, files: Sequence[Path], folder: Path) -> list[str]:
    return [
        *office.program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--convert-to",
        _FILTER,
        "--outdir",
        str(folder / "out"),
        *map(str, files),
    ]


def _environment(office: Office, folder: Path) -> Mapping[str, str]:
    """The user's, but for where temporary files go."""
    return {**office.environment, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder / "tmp"))}


def _result(file: Path, stopped: Failure | None) -> Converted:
    """What became of a file; of a run that was broken off, the last file may be half."""
    try:
        data = file.read_bytes()
    except OSError:
        return stopped or Failure.NOTHING
    if not data:
        return stopped or Failure.NOTHING
    whole = data.startswith(_LEAST) and data.rstrip().endswith(_END)
    return settled(data) if whole else stopped or Failure.BROKEN


def settled(pdf: bytes) -> bytes:
    """The PDF without the moment of its making: the same Word file gives the same bytes on the same machine.

    Offsets stay as they are, so dates give way to blanks, and the file's identity is made of its content.
    What still differs from machine to machine are the fonts and the release of LibreOffice.
    """
    undated = _CHECKSUM.sub(_blank, _DATE.sub(_blank, pdf))
    bare = _IDENTITY.sub(rb"\g<1>" + b"0" * 32 + rb"\g<3>" + b"0" * 32 + rb"\g<5>", undated)
    identity = sha256(bare).hexdigest()[:32].upper().encode("ascii")
    return _IDENTITY.sub(rb"\g<1>" + identity + rb"\g<3>" + identity + rb"\g<5>", undated)


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])
