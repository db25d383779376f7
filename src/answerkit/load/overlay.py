"""The confidential root, read and checked against the public library. The public lane cannot import this.

Every place here is confidential, so that no problem repeats a word of these files or suggests one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path

from answerkit.load.blocks import read_block
from answerkit.load.figures import read_figure
from answerkit.load.files import Root, root_at, walk
from answerkit.load.fillings import OverlayCheck, read_overlay
from answerkit.load.items import Stock
from answerkit.load.known import Known, place_of
from answerkit.load.references import block_problems
from answerkit.load.shelf import Shelf, Summary, shelve
from answerkit.load.sorting import Sorted, sort_files
from answerkit.model.codes import Code
from answerkit.model.content import Block, Figure, Library
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import ConfidentialLibrary, Overlay
from answerkit.model.problem import Problem, problem, sort_key

COLLECTIONS = ("blocks", "figures", "overlays")

WATCHLIST = "watchlist.yaml"
"""Stands beside the collections; it is read by the gate that looks for its words."""


@dataclass(frozen=True, slots=True)
class LoadedConfidential:
    """What the confidential root holds.

    Attributes:
        library: the records without problems; all that they name is there or in the public library.
        problems: sorted by place, all without any text of the files.
        failed_answers: ids of public answers whose confidential edition must not be built.
        said: every record that has the shape of one, problems or not, for whoever looks for what it says;
            here the overlays go by their own ids.
    """

    library: ConfidentialLibrary
    problems: tuple[Problem, ...] = ()
    failed_answers: frozenset[str] = frozenset()
    said: ConfidentialLibrary = field(default_factory=ConfidentialLibrary)


def load_confidential(root: Path, base: Path, public: Library) -> LoadedConfidential:
    """Read the confidential root of the project in the folder ``base``.

    A file with problems does not hide the others: the library holds what is sound.
    """
    home = root_at(root, base, confidential=True)
    if not root.is_dir():
        return LoadedConfidential(ConfidentialLibrary(), (problem(Code.AK112, home.place()),))
    found = walk(home)
    files = sort_files(home, [file for file in found.files if file.name != WATCHLIST], COLLECTIONS)
    shelves = _shelves(home, files, public)
    problems = [*found.problems, *files.problems]
    problems += [*shelves.blocks.problems, *shelves.figures.problems, *shelves.overlays.problems]
    failed = frozenset(_failed(shelves.overlays, _known("answers", public.answers, public)))
    library, said = _library(shelves, failed), _said(shelves)
    return LoadedConfidential(library, tuple(sorted(problems, key=sort_key)), failed, said)


@dataclass(frozen=True, slots=True)
class _Shelves:
    """The collections of the root, checked."""

    blocks: Shelf[Block]
    figures: Shelf[Figure]
    overlays: Shelf[Overlay]


def _shelves(root: Root, files: Sorted, public: Library) -> _Shelves:
    records = files.records
    figures = shelve(root, "figures", records["figures"], read_figure)
    figures = figures.checked(partial(_shadow, public=_known("figures", public.figures, public)))
    blocks = shelve(root, "blocks", records["blocks"], read_block)
    blocks = blocks.checked(partial(block_problems, laws=_known("laws", public.laws, public)))
    blocks = blocks.checked(partial(_shadow, public=_known("blocks", public.blocks, public)))
    overlays = shelve(root, "overlays", records["overlays"], read_overlay)
    stock = Stock(
        _known("blocks", public.blocks, public).joined(blocks.known()),
        _known("figures", public.figures, public).joined(figures.known()),
        _known("assets", public.assets, public),
    )
    check = OverlayCheck(
        stock,
        _known("answers", public.answers, public),
        _known("grounds", public.grounds, public),
        public.answers,
        _extended(overlays),
    )
    return _Shelves(blocks, figures, overlays.checked(check.problems))


def _known(collection: str, sound: Collection[str], public: Library) -> Known:
    """The names of a public collection."""
    return Known(sound, {name for folder, name in public.broken if folder == collection})


def _shadow(record: Block | Figure, public: Known) -> Iterator[Problem]:
    """A problem when a public record has the same id: one name must never mean two things."""
    if record.id in public.names or record.id in public.faulty:
        yield problem(Code.AK303, place_of(record.where, "id"))


def _extended(overlays: Shelf[Overlay]) -> Mapping[str, str]:
    extended: dict[str, str] = {}
    for name, overlay in overlays.drafts.items():
        extended.setdefault(overlay.extends, name)
    return extended


def _failed(overlays: Shelf[Overlay], answers: Known) -> Iterator[str]:
    """The answers that faulty overlays extend; where one does not name any, its own id tells."""
    known = {*answers.names, *answers.faulty}
    for name in overlays.faulty:
        draft = overlays.drafts.get(name)
        answer = draft.extends if draft and draft.extends in known else name
        if answer in known:
            yield answer


def _library(shelves: _Shelves, failed: Collection[str]) -> ConfidentialLibrary:
    collections: Mapping[str, Summary] = {
        "blocks": shelves.blocks,
        "figures": shelves.figures,
        "overlays": shelves.overlays,
    }
    sound = shelves.overlays.sound().values()
    return ConfidentialLibrary(
        overlays={overlay.extends: overlay for overlay in sound if overlay.extends not in failed},
        blocks=shelves.blocks.sound(),
        figures=shelves.figures.sound(),
        broken=frozenset((name, item) for name, shelf in collections.items() for item in shelf.faulty),
        digests=dict(sorted(entry for shelf in collections.values() for entry in shelf.digests.items())),
    )


def _said(shelves: _Shelves) -> ConfidentialLibrary:
    return ConfidentialLibrary(shelves.overlays.drafts, shelves.blocks.drafts, shelves.figures.drafts)
