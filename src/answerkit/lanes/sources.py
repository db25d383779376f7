"""The content gate on what public files are made of: everything that is published or could be.

Comments, blocks that no answer uses, file names, templates and settings are public as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.project import PublicPaths
from answerkit.load.baseline import BASELINE_FILE
from answerkit.load.files import MAX_PICTURE_BYTES, Found, Root, read_bytes, root_at, walk
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem, Severity
from answerkit.model.text import Piece, Role
from answerkit.verify.extract.read import extract

_FOLDER_NAME = "mappens navn"


def search_sources(paths: PublicPaths, clearance: Clearance) -> Iterator[Problem | Finding]:
    """What is secret in the public content, the templates and the settings, each with its line.

    Files are numbered in order; a file that cannot be searched is told as well. Nothing of a file's text is.
    That not all that is secret is known is told once, of the whole content.
    """
    yield from clearance.doubts(paths.content.relative_to(paths.base).as_posix())
    for ordinal, (root, file) in enumerate(_files(paths), start=1):
        if isinstance(file, Problem):
            yield file
        else:
            yield from _search(root, file, ordinal, clearance)


def _files(paths: PublicPaths) -> Iterator[tuple[Root, Found | Problem]]:
    for folder in (paths.content, paths.templates):
        root = root_at(folder, paths.base, confidential=False)
        found = walk(root)
        yield from ((root, item) for item in found.problems)
        yield from ((root, item) for item in found.files)
    base = root_at(paths.base, paths.base, confidential=False)
    yield base, Found(str(paths.config), paths.config.name)
    baseline = paths.base / BASELINE_FILE
    if baseline.exists():
        yield base, Found(str(baseline), BASELINE_FILE)


def _search(root: Root, file: Found, ordinal: int, clearance: Clearance) -> Iterator[Problem | Finding]:
    data = read_bytes(root, file, MAX_PICTURE_BYTES)
    if isinstance(data, Problem):
        yield data
        return
    name = root.place(file.name).file
    extracted = extract(name, data)
    folder = Piece("", _FOLDER_NAME, Role.NAME, file.name.rpartition("/")[0])
    yield from clearance.matcher.find(name, (*extracted.pieces, folder), ordinal)
    unread = [item for item in extracted.findings if item.severity is Severity.ERROR]
    yield from clearance.matcher.hide_names(unread, ordinal)
