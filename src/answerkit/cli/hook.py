"""``answerkit hook``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.formats import Format, FormatOption
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class HookOrder:
    """What the user typed; paths are as typed."""

    files: tuple[Path, ...]
    names_only: bool
    project: Path | None
    output: Format


def hook(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FIL]...",
            help="Filer i gits indeks; ellers det, der er føjet til, eller alt, hvis intet er føjet til.",
        ),
    ] = None,
    *,
    names_only: Annotated[
        bool, typer.Option("--names-only", help="Se kun på filernes navne, og lad dem være lukkede.")
    ] = False,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Undersøg det, git er ved at gemme: intet fra en fortrolig mappe, og kun filer uden fund."""
    return partial(_run, HookOrder(tuple(files or ()), names_only, project, output))


def _run(order: HookOrder) -> int:
    from answerkit.cli.hooking import run  # noqa: PLC0415 - see ``app``

    return run(order)
