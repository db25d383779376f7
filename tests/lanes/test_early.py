"""When a process gets ready for a build's lanes: for a build of the program's own, on Linux."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from answerkit.isolate import processes
from answerkit.isolate.worker import start_plain
from answerkit.lanes import early

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: fork")


def ready(_: None) -> Iterator[tuple[bool, bool]]:
    """Whether the lanes are imported, and garbage is looked for."""
    yield all(name in sys.modules for name in early._LANES), gc.isenabled()  # noqa: SLF001 - what was asked for


@pytest.mark.parametrize(
    "arguments",
    [[], ["check"], ["scan", "build"], ["build", "--help"], ["build", "svar", "--help"]],
)
def test_nothing_is_made_for_other_business(arguments: list[str]) -> None:
    assert isinstance(early.lanes_for(arguments), nullcontext)


def test_nothing_is_made_where_a_fork_would_not_be_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early, "may_fork", lambda: False)
    assert isinstance(early.lanes_for(["build"]), nullcontext)
    monkeypatch.setattr(early, "may_fork", lambda: True)
    monkeypatch.setattr(sys, "platform", "win32")
    assert isinstance(early.lanes_for(["build"]), nullcontext)


def test_the_lanes_are_ready_when_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (early, processes):
        monkeypatch.setattr(module, "may_fork", lambda: True)
    gc.disable()
    try:
        with early.lanes_for(["build", "svar"]), start_plain(ready, None) as results:
            assert list(results) == [(True, True)]
    finally:
        gc.enable()
