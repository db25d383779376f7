"""A Danish dictionary, where Hunspell's Python package and Stavekontrolden's files are installed.

Source: hunspell(5) for the files ``da_DK.aff`` and ``da_DK.dic``. The folders are those
of the packages hunspell-da of Debian and Fedora, and those of LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

LANGUAGE = "da_DK"

FOLDERS = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell"),
    Path("/usr/lib/libreoffice/share/extensions/dict-da"),
    Path("/Library/Spelling"),
    Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-da"),
    Path("C:/Program Files/LibreOffice/share/extensions/dict-da"),
)
"""Where the dictionary lies on Debian, Fedora, macOS and Windows."""


class _Hunspell(Protocol):
    """What is used of ``hunspell.Hunspell``, of the package chunspell."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


class Dictionary:
    """Looks words up in Hunspell."""

    def __init__(self, hunspell: _Hunspell) -> None:
        self._hunspell = hunspell

    def knows(self, word: str) -> bool:
        """Whether the word, or the compound, is spelt right."""
        return self._hunspell.spell(word)

    def suggest(self, word: str) -> str:
        """The most likely word that was meant; empty when there is none."""
        return next(iter(self._hunspell.suggest(word)), "")


def find_dictionary(folders: Iterable[Path] = FOLDERS) -> Dictionary | None:
    """The dictionary in the first folder that has one; None without it, or without the package."""
    folder = next((folder for folder in folders if _is_whole(folder)), None)
    if folder is None:
        return None
    try:
        module = import_module("hunspell")
    except ImportError:
        return None
    return Dictionary(cast("_Hunspell", module.Hunspell(LANGUAGE, hunspell_data_dir=str(folder))))


def _is_whole(folder: Path) -> bool:
    return all((folder / f"{LANGUAGE}{suffix}").is_file() for suffix in (".aff", ".dic"))
