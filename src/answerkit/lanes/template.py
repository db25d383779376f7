"""The check of a reference file: can it carry documents, does it tell anything, can everybody read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from answerkit.lanes.project import PublicPaths
from answerkit.model.codes import Code
from answerkit.model.finding import Finding
from answerkit.model.problem import Place, Problem, problem
from answerkit.model.result import Event, Note
from answerkit.render.reference import UnfitReferenceError, read_reference
from answerkit.verify.a11y.look import verify_look
from answerkit.verify.template.gate import verify_template

MOST_BYTES = 64 * 1024 * 1024
_UNREADABLE = "T100"
_MEND = "ret det i Word eller LibreOffice, eller hent filen frem igen fra versionsstyringen"
_FIT = "referencefilen kan bruges: den har, hvad et dokument skal bruge, og rummer intet, der følger med ud"


def check_template(paths: PublicPaths, file: Path | None = None) -> Iterator[Event]:
    """All that is wrong with a reference file; a note when nothing is.

    Args:
        paths: the project.
        file: the file; None for the project's own.
    """
    chosen = file or paths.reference
    name = _name(chosen, paths.base)
    data = _read(chosen, name)
    found = (data,) if isinstance(data, Problem) else tuple(_found(data, name))
    yield from found
    if not found:
        yield Note(_FIT)


def _found(data: bytes, name: str) -> Iterator[Event]:
    """What is wrong by each of the three checks; of what is no Word file at all, that alone."""
    findings: tuple[Finding, ...] = verify_template(data, name=name)
    if [(item.code, item.part) for item in findings] != [(_UNREADABLE, "")]:
        yield from (problem(Code.AK503, Place(name), lack, _MEND) for lack in _lacks(data))
        yield from verify_look(data, name=name)
    yield from findings


def _lacks(data: bytes) -> tuple[str, ...]:
    try:
        read_reference(data)
    except UnfitReferenceError as error:
        return error.defects
    return ()


def _read(file: Path, name: str) -> bytes | Problem:
    try:
        if file.stat().st_size <= MOST_BYTES:
            return file.read_bytes()
    except OSError:
        return problem(Code.AK110, Place(name))
    return problem(Code.AK103, Place(name), hint="slet billeder, der ikke hører til brevhovedet")


def _name(file: Path, base: Path) -> str:
    whole = file.resolve()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else file.name
