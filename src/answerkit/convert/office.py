"""Where LibreOffice is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from answerkit.errors import AnswerkitError
from answerkit.model.frozen import dataclass

_NAMES: Final = ("soffice", "libreoffice")

# Source: the installers' own choice. On Windows soffice.com waits for its end, and soffice.exe does not.
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)


class NoOfficeError(AnswerkitError):
    """There is no LibreOffice, or not where the user says."""


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice.

    Attributes:
        program: what is started; the whole command in front of LibreOffice's own arguments.
        environment: what it is started with.
    """

    program: tuple[str, ...]
    environment: Mapping[str, str]

    @property
    def mark(self) -> str:
        """Changes when another LibreOffice stands there."""
        status = Path(self.program[-1]).resolve().stat()
        return f"{self.program[-1]} {status.st_size} {status.st_mtime_ns}"


def find_office(named: Path | None, environment: Mapping[str, str]) -> Office:
    """The LibreOffice that the user named, or the first that is found in the usual places.

    Args:
        named: absolute path of the program, or of the folder of the installation; None to look for one.
        environment: the user's; its ``PATH`` is looked through first.

    Raises:
        NoOfficeError: there is none.
    """
    if named is not None:
        return Office(_command(_inside(named)), environment)
    on_path = (shutil.which(name, path=environment.get("PATH", "")) for name in _NAMES)
    for place in (*on_path, *_PLACES):
        # a relative path would be looked for where the user stands, be it in a folder from a stranger
        if place and Path(place).is_absolute() and Path(place).is_file():
            return Office(_command(Path(place)), environment)
    raise NoOfficeError(
        "LibreOffice findes ikke, og uden det kan der ikke laves PDF",
        "installér pakken libreoffice-writer (Debian og Ubuntu: apt install libreoffice-writer-nogui; "
        "Windows og macOS: LibreOffice), eller angiv programmet med --libreoffice",
    )


def _inside(named: Path) -> Path:
    """The program itself, where the folder of an installation was named."""
    steps = ("", "soffice", "program/soffice.com", "program/soffice", "Contents/MacOS/soffice")
    for step in steps:
        if (named / step).is_file():
            return named / step
    raise NoOfficeError(
        "LibreOffice findes ikke på den angivne sti",
        "angiv programmet soffice eller dets mappe med --libreoffice",
    )


def _command(program: Path) -> tuple[str, ...]:
    """A program in Python is run by this Python: no system but POSIX could start it."""
    return (sys.executable, str(program)) if program.suffix == ".py" else (str(program),)
