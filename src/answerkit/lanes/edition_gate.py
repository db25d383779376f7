"""What each file of an edition has to pass: when a lane has sent it, and again while it lies there.

The lane that made a file has no say in this. What files are held against is read here, from the public root
and the templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from answerkit.lanes.extracted import extracted
from answerkit.lanes.gate import StructureGate, structure_gate
from answerkit.lanes.project import PublicPaths
from answerkit.load.config import load_config
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.policy import PatternPolicy
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.verify.patterns.search import search_patterns
from answerkit.verify.template.gate import verify_taken


class EditionGate:
    """Holds one file after the other against what a file of its edition may be."""

    def __init__(self, paths: PublicPaths, edition: Edition) -> None:
        self._paths = paths
        self._edition = edition

    def prepare(self) -> None:
        """Read what files are held against now, not only when the first one comes."""
        _ = self._policy
        if isinstance(self._structure, StructureGate):
            self._structure.prepare()

    def word_rejections(self, data: bytes, name: str, title: str) -> tuple[Problem | Finding, ...]:
        """What stands against publishing a Word file; nothing when it may be published.

        Args:
            data: the file.
            name: how messages call it.
            title: the answer's.
        """
        gate = self._structure
        if isinstance(gate, Problem):
            return (gate,)
        return tuple(gate.rejections(data, name, title)) or tuple(self._unfit(data, name))

    def page_rejections(self, page: bytes, docx: bytes, name: str) -> tuple[Problem | Finding, ...]:
        """What stands against publishing an HTML file.

        Args:
            page: the file.
            docx: the Word file of the same edition, which has passed.
            name: how messages call the HTML file.
        """
        gate = self._structure
        if isinstance(gate, Problem):
            return (gate,)
        return (*gate.page_rejections(page, docx, name), *self._unfit(page, name))

    @cached_property
    def _structure(self) -> StructureGate | Problem:
        place = Place(self._paths.reference.relative_to(self._paths.base).as_posix())
        try:
            gate = structure_gate(self._paths, self._edition)
        except OSError:
            return problem(Code.AK503, place)
        told = _telling(gate.reference)
        return problem(Code.AK505, place, told) if told else gate

    @cached_property
    def _policy(self) -> PatternPolicy:
        config, _ = load_config(self._paths.config, self._paths.base)
        return config.patterns if config else PatternPolicy()  # the lane says what is wrong with the settings

    def _unfit(self, data: bytes, name: str) -> Iterator[Finding]:
        """What may stand in no public file, be it in the content, e.g. a CPR number."""
        if self._edition is Edition.CONFIDENTIAL:
            return
        read = extracted(name, data)
        found = (*read.findings, *search_patterns(name, read.pieces, self._policy))
        yield from (item for item in found if item.severity is Severity.ERROR)


@lru_cache(maxsize=1)
def _telling(reference: bytes) -> str:
    """Codes of what would get from the reference file into every edition; empty for nothing."""
    found = verify_taken(reference, name="")
    return ", ".join(sorted({item.code for item in found if item.severity is Severity.ERROR}))
