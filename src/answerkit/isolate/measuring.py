"""Test coverage of what runs in a child; a child cannot write the file that coverage would leave.

The child measures by itself, in memory, and sends plain line numbers through the pipe. Outside a measured
test run nothing of this happens, and coverage is not imported.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from answerkit.model.frozen import dataclass

if TYPE_CHECKING:
    from coverage import Coverage

Lines: TypeAlias = dict[str, list[int]] | dict[str, list[tuple[int, int]]]
"""File → its lines that ran, or where branches are measured, the steps from line to line."""

_CHOICES: Final = ("source", "source_pkgs", "include", "omit")
_EXPECTED: Final = ["already-imported", "module-not-imported", "module-not-measured", "no-data-collected"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What the parent measures: each choice is an option of coverage's ``[run]`` and its values."""

    branch: bool
    choices: tuple[tuple[str, tuple[str, ...]], ...]


def wanted() -> Measured | None:
    """What this process is measuring, or None when it is not."""
    running = _running()
    if running is None:
        return None
    choices = ((name, running.get_option(f"run:{name}")) for name in _CHOICES)
    return Measured(
        branch=bool(running.get_option("run:branch")),
        choices=tuple(
            (name, tuple(map(str, values))) for name, values in choices if isinstance(values, list)
        ),
    )


def begin(measured: Measured | None) -> Coverage | None:
    """Measure in this child, instead of what a fork took over from its parent; None when none is wanted."""
    if measured is None:
        return None
    inherited = _running()
    if inherited is not None:
        inherited.stop()
    coverage = importlib.import_module("coverage")
    measuring: Coverage = coverage.Coverage(data_file=None, config_file=False, branch=measured.branch)
    for name, values in measured.choices:
        measuring.set_option(f"run:{name}", list(values))
    measuring.set_option("run:disable_warnings", _EXPECTED)
    measuring.start()
    return measuring


def end(measuring: Coverage) -> Lines:
    """What ran since ``begin``."""
    measuring.stop()
    data = measuring.get_data()
    files = sorted(data.measured_files())
    if data.has_arcs():
        return {file: data.arcs(file) or [] for file in files}
    return {file: data.lines(file) or [] for file in files}


def merge(lines: Lines) -> None:
    """Add what ran in a child to what this process measures."""
    running = _running()
    if running is None:
        return
    data = running.get_data()
    if running.get_option("run:branch"):
        data.add_arcs(cast("dict[str, list[tuple[int, int]]]", lines))
    else:
        data.add_lines(cast("dict[str, list[int]]", lines))


def _running() -> Coverage | None:
    coverage = sys.modules.get("coverage")
    return coverage.Coverage.current() if coverage else None
