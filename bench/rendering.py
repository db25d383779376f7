"""Rendering alone, warm: a composed document becomes a file's bytes, in a process that has done it before."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.projects import REFERENCE
from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # docxtpl has no type information

from answerkit.compose.public import PublicComposer
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.workshop import get_config
from answerkit.load.public import load_public
from answerkit.model.document import Document
from answerkit.render.docx import Renderer

ROUNDS = 15
PAGES = 7
"""What the reference answer's public edition takes."""


def composed(project: Path) -> Document:
    """The public edition of the reference answer.

    Raises:
        RuntimeError: it cannot be composed.
    """
    paths = PublicPaths(project)
    library = load_public(paths.content, paths.base).library
    config, _ = get_config(paths)
    if config is None:
        raise RuntimeError(project)
    document = PublicComposer(library, config, paths.templates).compose(library.answers[REFERENCE]).document
    if document is None:
        raise RuntimeError(project)
    return document


def renderer(project: Path) -> Renderer:
    """What draws the project's documents."""
    return Renderer(PublicPaths(project).reference.read_bytes())


def by_us(project: Path) -> float:
    """Seconds for the reference answer, the middle of many."""
    document, draw = composed(project), renderer(project)
    return warm(lambda: draw.render(document))


def by_docxtpl(folder: Path) -> float:
    """Seconds for a document of the same words, the middle of many; nothing is written to disk."""
    context = json.loads((folder / "context.json").read_text(encoding="utf-8"))
    source = (folder / "template.docx").read_bytes()

    def render() -> None:
        template = DocxTemplate(io.BytesIO(source))
        template.render(context, autoescape=True)
        template.save(io.BytesIO())

    return warm(render)


def long(project: Path, pages: int) -> float:
    """Seconds for the reference answer over and over, as often as whole ones fit into so many pages."""
    document, draw = composed(project), renderer(project)
    repeated = replace(document, parts=document.parts * (pages // PAGES))
    return warm(lambda: draw.render(repeated))


def warm(work: Callable[[], object]) -> float:
    """The middle of many runs, after one that does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)
