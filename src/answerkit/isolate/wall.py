"""What holds a child back from reading what it need not."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final, assert_never

from answerkit.isolate.fault import WallFault

_LIBRARY_FOLDERS: Final = frozenset({"site-packages", "dist-packages", "lib-dynload", "DLLs"})


class Wall(Enum):
    """Which wall stood: the kernel's, or the weaker one that Python itself makes."""

    LANDLOCK = "landlock"
    TRIPWIRE = "tripwire"


def best_wall() -> Wall:
    """The strongest wall that this machine has."""
    if sys.platform == "linux":
        from answerkit.isolate import landlock  # noqa: PLC0415 - Linux only

        if landlock.version() > 0:
            return Wall.LANDLOCK
    return Wall.TRIPWIRE


def raise_wall(wall: Wall, readable: Sequence[Path]) -> None:
    """Give up reading anything but ``readable``, and see that it is so.

    Raises:
        OSError: the kernel refused to raise the wall.
        WallFault: the file system's root can still be listed.
    """
    match wall:
        case Wall.LANDLOCK:
            from answerkit.isolate import landlock  # noqa: PLC0415 - Linux only

            landlock.restrict(readable)
        case Wall.TRIPWIRE:
            from answerkit.isolate import tripwire  # noqa: PLC0415 - not needed where Landlock is

            tripwire.install(readable)
        case _:
            assert_never(wall)
    _prove()


def trees(readable: Sequence[Path]) -> tuple[Path, ...]:
    """What a child behind a wall may read: ``readable``, and Python's libraries; all paths absolute.

    A library folder that has one of ``readable`` in it is left out, since then the project, with all that it
    holds, lies in there as well.
    """
    wanted = [os.path.realpath(path) + os.sep for path in readable]
    libraries = [
        Path(folder)
        for folder in _libraries(tuple(sys.path))
        if not any(path.startswith(folder + os.sep) for path in wanted)
    ]
    return (*map(Path.absolute, readable), *libraries)


@cache
def _libraries(path: tuple[str, ...]) -> tuple[str, ...]:
    """Real paths of the standard library, the packages on Python's ``path``, and answerkit's own folder.

    Never a prefix or a source root as a whole, which may hold a project.
    """
    packages = [entry for entry in map(Path, path) if entry.name in _LIBRARY_FOLDERS]
    folders = (Path(os.__file__).parent, *packages, Path(__file__).parents[1])
    return tuple(dict.fromkeys(os.path.realpath(folder) for folder in folders))


def _prove() -> None:
    try:
        list(Path(os.sep).iterdir())
    except PermissionError:
        return
    raise WallFault("muren står ikke")
