"""What can be done of a build while its command line is still being read."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import Final

from answerkit.isolate.processes import may_fork

_BOTH: Final = ("answerkit.load.config", "lxml.etree", "tomllib")
"""What the lanes and their parent need: imported once, for all of them."""

_LANES: Final = ("answerkit.lanes.public", "answerkit.lanes.confidential")
_OTHER_BUSINESS: Final = frozenset({"--help", "--version"})

_ALLOCATIONS: Final = 200_000
"""So many more objects call for a look for garbage: those of some five answers, about 20 MB."""


def lanes_for(arguments: Sequence[str]) -> AbstractContextManager[None]:
    """A process that gets ready to be a build's lanes, where the arguments ask for a build and it is sound.

    It is there before anything is read, so that the lanes have nothing in memory but what they import.
    """
    wanted = list(arguments[:1]) == ["build"] and not _OTHER_BUSINESS.intersection(arguments)
    if sys.platform != "linux" or not wanted or not may_fork():
        return nullcontext()
    from answerkit.isolate import forkserver  # noqa: PLC0415 - Linux only

    _import(_BOTH)
    return forkserver.serving(_get_ready)


def look_for_garbage() -> None:
    """Look for it from now on, but not among what the start made, and so seldom that one answer needs none.

    A child that is forked later goes on in the same way.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()


def _get_ready() -> None:
    _import(_LANES)
    look_for_garbage()


def _import(names: Iterable[str]) -> None:
    for name in names:
        import_module(name)
