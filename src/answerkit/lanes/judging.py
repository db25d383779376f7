"""A file that lies there, judged: as any file, and as answerkit built it where it claims to be that."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from answerkit.lanes.gate import StructureGate
from answerkit.lanes.scan import Scanner
from answerkit.lanes.walk import Target
from answerkit.model.finding import Finding
from answerkit.verify.extract.codes import Rule
from answerkit.verify.page.gate import verify_page
from answerkit.verify.pdf.gate import verify_pdf

_PAGE: Final = ".html"
_PDF: Final = ".pdf"


def judged(scanner: Scanner, target: Target, ordinal: int) -> tuple[Finding, ...]:
    """What is wrong with a file, sorted.

    A built HTML or PDF file is held against the Word file beside it; without one nothing can be said for it.

    Args:
        scanner: what files are held against.
        target: the file.
        ordinal: its number in the run, 1-based.
    """
    data = target.read()
    if isinstance(data, Rule):
        return scanner.unread(target.name, data, ordinal, target.folder)
    gate, kind = scanner.structure, target.path.suffix
    if gate is None or kind not in (_PAGE, _PDF):
        return scanner.scan(target.name, data, ordinal, target.folder)
    plain = replace(scanner, structure=None)
    found = plain.scan(target.name, data, ordinal, target.folder)
    return plain.shown([*found, *_faults(gate, target, data)], ordinal)


def _faults(gate: StructureGate, target: Target, data: bytes) -> tuple[Finding, ...]:
    beside = replace(target, path=target.path.with_suffix(".docx")).read()
    word = b"" if isinstance(beside, Rule) else beside
    if target.path.suffix == _PDF:
        return verify_pdf(data, word, name=target.name)
    return verify_page(data, word, gate.css, name=target.name)
