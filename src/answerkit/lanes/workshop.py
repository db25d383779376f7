"""What both lanes do alike: get the tools out, and make a file of an answer that can be composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from answerkit.compose.composed import Composed
from answerkit.lanes.extent import extent
from answerkit.lanes.fingerprint import Fingerprints, common_inputs
from answerkit.lanes.outcome import Failed, Kept, Known, LaneResult, Made
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.stylesheet import read_css
from answerkit.load.config import load_config
from answerkit.load.excerpt import with_excerpts
from answerkit.load.theme import load_theme
from answerkit.model.codes import Code
from answerkit.model.config import Config
from answerkit.model.content import Answer
from answerkit.model.document import Document
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, Severity, problem, sort_key
from answerkit.render.docx import Renderer
from answerkit.render.measures import UnreadablePictureError
from answerkit.render.reference import UnfitReferenceError


@dataclass(frozen=True, slots=True)
class Tools:
    """What every file of an edition is made with.

    Attributes:
        css: the style sheet of HTML files; empty where none is made.
        common: the digest of what goes into all files.
    """

    config: Config
    renderer: Renderer
    css: str
    common: str


def get_tools(paths: PublicPaths, *, html: bool = False) -> tuple[Tools | None, tuple[Problem, ...]]:
    """Read the settings and the templates' folder; no tools when one of them cannot be used.

    Args:
        paths: the project.
        html: whether HTML files are to be made as well.
    """
    config, problems = get_config(paths)
    try:
        renderer = Renderer(paths.reference.read_bytes())
        common = common_inputs(repr(config), paths.templates)
    except OSError:
        return None, (*problems, problem(Code.AK503, _place(paths, paths.reference)))
    except UnfitReferenceError as error:
        place = _place(paths, paths.reference)
        return None, (*problems, problem(Code.AK503, place, "; ".join(error.defects)))
    css = read_css(paths) if html else ""
    if html and not css:
        return None, (*problems, problem(Code.AK504, _place(paths, paths.stylesheet)))
    return (Tools(config, renderer, css, common) if config else None), problems


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
        known: by answer id, what an earlier build put down about the file that still lies there.
        html: whether an HTML file is made of each answer as well.
    """

    base: Path
    tools: Tools
    fingerprints: Fingerprints
    known: Mapping[str, Known]
    html: bool = False

    def results(self, answer: Answer, compose: Callable[[], Composed]) -> Iterator[LaneResult]:
        """The answer's problems, then what became of it."""
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
        fingerprint = self.fingerprints.of(document.sources) if settled else ""
        yield Made(answer.id, document.title, data, fingerprint, document.sources, extent(document), page)

    def _page(self, document: Document) -> bytes:
        from answerkit.render.html.page import render_html  # noqa: PLC0415 - most builds make none

        return render_html(document, self.tools.css)


def _place(paths: PublicPaths, file: Path) -> Place:
    return Place(file.relative_to(paths.base).as_posix())
