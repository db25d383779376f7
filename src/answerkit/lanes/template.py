"""The check of a reference file: can it carry documents, does it tell anything, can everybody read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from answerkit.errors import UsageError
from answerkit.lanes.project import PublicPaths
from answerkit.model.codes import Code
from answerkit.model.finding import Finding
from answerkit.model.problem import Place, problem
from answerkit.model.result import Event, Note
from answerkit.render.reference import UnfitReferenceError, read_reference
from answerkit.verify.a11y.look import verify_look
from answerkit.verify.template.gate import verify_template

MOST_BYTES = 64 * 1024 * 1024
_FIT = "referencefilen kan bruges: den har, hvad et dokument skal bruge, og rummer intet, der følger med ud"


def check_template(paths: PublicPaths, file: Path | None = None) -> Iterator[Event]:
    """All that is wrong with a reference file; a note when nothing is.

    Args:
        paths: the project.
        file: the file; None for the project's own.

    Raises:
        UsageError: there is no such file, or it is too large for a reference file.
    """
    chosen = file or paths.reference
    name = _name(chosen, paths.base)
    found = tuple(_found(_read(chosen, name), name))
    yield from found
    if not found:
        yield Note(_FIT)


def _found(data: bytes, name: str) -> Iterator[Event]:
    try:
        read_reference(data)
    except UnfitReferenceError as error:
        yield from (problem(Code.AK503, Place(name), defect) for defect in error.defects)
    findings: tuple[Finding, ...] = verify_template(data, name=name)
    yield from findings
    yield from verify_look(data, name=name)


def _read(file: Path, name: str) -> bytes:
    try:
        if file.stat().st_size <= MOST_BYTES:
            return file.read_bytes()
    except OSError:
        raise UsageError(f"{name} kan ikke læses", "se efter, om filen findes og må læses") from None
    raise UsageError(
        f"{name} er for stor til en referencefil", "slet billeder, der ikke hører til brevhovedet"
    )


def _name(file: Path, base: Path) -> str:
    whole = file.resolve()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else file.name
