"""What both lanes do alike: get the tools out, and make a file of an answer that can be composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from answerkit.compose.composed import Composed
from answerkit.lanes.extent import extent
from answerkit.lanes.fingerprint import Fingerprints, common_inputs
from answerkit.lanes.gate import StructureGate, structure_gate
from answerkit.lanes.outcome import Failed, Kept, Known, LaneResult, Made
from answerkit.lanes.project import PublicPaths
from answerkit.load.config import load_config
from answerkit.load.excerpt import with_excerpts
from answerkit.load.theme import load_theme
from answerkit.model.codes import Code
from answerkit.model.config import Config
from answerkit.model.content import Answer
from answerkit.model.document import Document, Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, Severity, problem, sort_key
from answerkit.render.docx import Renderer
from answerkit.render.measures import UnreadablePictureError
from answerkit.render.reference import UnfitReferenceError
from answerkit.verify.extract.read import extract
from answerkit.verify.patterns.search import search_patterns
from answerkit.verify.template.gate import verify_taken


@dataclass(frozen=True, slots=True)
class Tools:
    """What every file of an edition is made with. ``common`` is the digest of what goes into all of them."""

    config: Config
    renderer: Renderer
    gate: StructureGate
    common: str


def get_tools(
    paths: PublicPaths, edition: Edition, *, html: bool = False
) -> tuple[Tools | None, tuple[Problem, ...]]:
    """Read the settings and the templates' folder; no tools when one of them cannot be used.

    Args:
        paths: the project.
        edition: whose files are to be made.
        html: whether HTML files are, too.
    """
    config, problems = get_config(paths)
    try:
        gate = structure_gate(paths, edition)
        renderer = Renderer(gate.reference)
        common = common_inputs(repr(config), paths.templates)
    except OSError:
        return None, (*problems, problem(Code.AK503, _reference_place(paths)))
    except UnfitReferenceError as error:
        return None, (*problems, problem(Code.AK503, _reference_place(paths), "; ".join(error.defects)))
    if told := _telling(gate.reference):
        return None, (*problems, problem(Code.AK505, _reference_place(paths), told))
    if html and not gate.css:
        place = Place(paths.stylesheet.relative_to(paths.base).as_posix())
        return None, (*problems, problem(Code.AK504, place))
    return (Tools(config, renderer, gate, common) if config else None), problems


def get_config(paths: PublicPaths) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings and the house style; None when one of the two cannot be used."""
    config, problems = load_config(paths.config, paths.base)
    theme, more = load_theme(paths.theme, paths.base)
    whole = replace(config, theme=theme) if config and theme else None
    return whole, (*problems, *more)


def report(problems: Iterable[Problem], base: Path) -> Iterator[Problem]:
    """The problems, each once, in the order of their places, with the source line of public ones."""
    yield from with_excerpts(sorted(set(problems), key=sort_key), base)


def stops(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems is more than a warning."""
    return any(item.severity is Severity.ERROR for item in problems)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes one edition's files, one answer after the other.

    Attributes:
        base: the project's folder.
        folder: the edition's output folder, as messages call it.
        known: by answer id, what an earlier build put down about the file that still lies there.
        html: whether an HTML file is made of each answer as well.
    """

    base: Path
    folder: str
    tools: Tools
    fingerprints: Fingerprints
    known: Mapping[str, Known]
    html: bool = False

    def results(self, answer: Answer, compose: Callable[[], Composed]) -> Iterator[LaneResult]:
        """The answer's problems and findings, then what became of it."""
        known = self.known.get(answer.id)
        if known and known.fingerprint and known.fingerprint == self.fingerprints.of(known.inputs):
            yield Kept(answer.id, answer.title)
            return
        composed = compose()
        yield from report(composed.problems, self.base)
        if composed.document is None or stops(composed.problems):
            yield Failed(answer.id)
        else:
            yield from self._made(answer, composed.document, settled=not composed.problems)

    def _made(self, answer: Answer, document: Document, *, settled: bool) -> Iterator[LaneResult]:
        try:
            data = self.tools.renderer.render(document)
            page = self._page(document) if self.html else b""
        except UnreadablePictureError as error:
            yield problem(Code.AK501, answer.where[""], str(error), error.hint)
            yield Failed(answer.id)
            return
        rejected = tuple(self._rejections(document, data, page))
        yield from rejected
        if rejected:
            yield Failed(answer.id)
            return
        fingerprint = self.fingerprints.of(document.sources) if settled else ""
        yield Made(answer.id, data, fingerprint, document.sources, extent(document), page)

    def _page(self, document: Document) -> bytes:
        from answerkit.render.html.page import render_html  # noqa: PLC0415 - most builds make none

        return render_html(document, self.tools.gate.css)

    def _rejections(self, document: Document, data: bytes, page: bytes) -> Iterator[Problem | Finding]:
        """What stands against the Word file, or against the HTML file, which is held against it."""
        name = f"{self.folder}/{document.id}"
        rejected = tuple(self.tools.gate.rejections(data, f"{name}.docx", document.title))
        rejected = rejected or tuple(self._unfit(data, f"{name}.docx"))
        yield from rejected
        if page and not rejected:
            yield from self.tools.gate.page_rejections(page, data, f"{name}.html")
            yield from self._unfit(page, f"{name}.html")

    def _unfit(self, data: bytes, name: str) -> Iterator[Finding]:
        """What may stand in no public file, be it in the content, e.g. a CPR number."""
        if self.tools.gate.edition is Edition.CONFIDENTIAL:
            return
        extracted = extract(name, data)
        found = (*extracted.findings, *search_patterns(name, extracted.pieces, self.tools.config.patterns))
        yield from (item for item in found if item.severity is Severity.ERROR)


def _telling(reference: bytes) -> str:
    """Codes of what would get from the reference file into every edition; empty for nothing."""
    found = verify_taken(reference, name="")
    return ", ".join(sorted({item.code for item in found if item.severity is Severity.ERROR}))


def _reference_place(paths: PublicPaths) -> Place:
    return Place(paths.reference.relative_to(paths.base).as_posix())
