"""The structure gate with what it holds files against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerkit.lanes.project import PublicPaths
from answerkit.lanes.stylesheet import read_css
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.verify.built.facts import PublicFacts, read_public_facts
from answerkit.verify.built.gate import prepare, verify_built

_MENDED_BY_STAFF = {
    frozenset({"S206"}): "ret templates/edition.css: den må ikke hente, skjule eller tilføje noget",
    frozenset({"S130", "S131", "S132"}): "ret tegnene i indholdets YAML-filer; fund.md forklarer koderne",
}
"""Codes that speak of what staff write → what they can do, where nothing else was found."""


@dataclass(frozen=True, slots=True)
class StructureGate:
    """What the files of an edition are held against.

    Attributes:
        reference: the bytes of the reference file.
        facts: what the gate read for itself in the public root; None for the confidential edition, which may
            hold links and pictures that are not there.
        css: the style sheet of HTML files; empty where there is none that can be read.
    """

    edition: Edition
    reference: bytes
    facts: PublicFacts | None
    css: str

    def prepare(self) -> None:
        """Get ready now, not only when the first file comes."""
        prepare(self.reference)

    def rejections(self, data: bytes, name: str, title: str) -> Iterator[Problem | Finding]:
        """What stands against publishing a file; nothing when it may be published.

        Args:
            data: the file.
            name: how messages call it.
            title: the answer's.

        Yields:
            A problem for the file, then the findings. Those of a confidential file are not told one by one:
            a finding says that a public file must not be published.
        """
        findings = verify_built(
            data,
            name=name,
            title=title,
            reference=self.reference,
            public=self.facts,
            marked=self.edition is Edition.CONFIDENTIAL,
        )
        yield from self._told(findings, name)

    def page_rejections(self, page: bytes, docx: bytes, name: str) -> Iterator[Problem | Finding]:
        """What stands against publishing an HTML file.

        Args:
            page: the file.
            docx: the Word file of the same edition, which the gate has passed.
            name: how messages call the HTML file.
        """
        from answerkit.verify.page.gate import verify_page  # noqa: PLC0415 - most builds make no HTML

        yield from self._told(verify_page(page, docx, self.css, name=name), name)

    def _told(self, findings: Iterable[Finding], name: str) -> Iterator[Problem | Finding]:
        errors = [item for item in findings if item.severity is Severity.ERROR]
        if errors:
            codes = sorted({item.code for item in errors})
            yield problem(Code.AK603, Place(name), ", ".join(codes), _remedy(codes))
        if self.edition is Edition.PUBLIC:
            yield from errors


def _remedy(codes: Iterable[str]) -> str:
    """What staff can do; empty where the fault is the program's."""
    return next((told for known, told in _MENDED_BY_STAFF.items() if known.issuperset(codes)), "")


def structure_gate(paths: PublicPaths, edition: Edition) -> StructureGate:
    """The gate for an edition's files.

    Raises:
        OSError: the reference file cannot be read.
    """
    facts = read_public_facts(paths.content, paths.theme) if edition is Edition.PUBLIC else None
    return StructureGate(edition, paths.reference.read_bytes(), facts, read_css(paths))
