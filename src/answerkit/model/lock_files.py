"""Files that an office program puts beside one that somebody has open.

Source: Word writes ``~$`` and the file's name, of which a long one loses its first one or two characters;
LibreOffice writes ``.~lock.NAME#``.
"""

from __future__ import annotations

_WORD = "~$"
_LIBREOFFICE = ".~lock."
PATTERNS = (f"{_WORD}*", f"{_LIBREOFFICE}*")
"""Shell patterns of their names."""


def is_lock_file(name: str) -> bool:
    """Whether a file of this name is one."""
    return name.startswith((_WORD, _LIBREOFFICE))


def lock_files_of(name: str) -> tuple[str, ...]:
    """The names that lie beside a file while it is open."""
    return (*(f"{_WORD}{name[cut:]}" for cut in range(3)), f"{_LIBREOFFICE}{name}#")
