"""The public root, read and checked. Nothing here knows that a confidential one exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from answerkit.load.answers import read_answer
from answerkit.load.blocks import read_block
from answerkit.load.figures import read_figure
from answerkit.load.files import Root, root_at, walk
from answerkit.load.items import Stock
from answerkit.load.pictures import Pictures, read_pictures
from answerkit.load.references import AnswerCheck, block_problems
from answerkit.load.registers import read_asset, read_ground, read_law, read_term
from answerkit.load.remembered import remembered
from answerkit.load.shelf import Shelf, Summary, shelve
from answerkit.load.sorting import Sorted, sort_files
from answerkit.load.succession import check_succession
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Asset, Block, Figure, Ground, Law, Library, Term
from answerkit.model.frozen import dataclass
from answerkit.model.memory import Memory
from answerkit.model.problem import Problem, problem, sort_key

COLLECTIONS = ("answers", "assets", "blocks", "figures", "grounds", "laws", "terms")

_HALTING = frozenset({Code.AK105, Code.AK112, Code.AK113, Code.AK205, Code.AK206})
"""What leaves it open whether all in the public root may be published."""


@dataclass(frozen=True, slots=True)
class LoadedPublic:
    """What the public root holds.

    Attributes:
        library: the records without problems; all that they name is there too.
        problems: sorted by place.
        halted: no public edition of any answer may be written: a file has no classification or is classified
            confidential, a link stands in the root, or the root could not be looked through.
        failed_answers: ids of the answers that must not be built; they are not in the library.
        said: every record that has the shape of one, problems or not, for whoever looks for what is declared;
            where all is halted, the library, since what may not be public declares nothing.
    """

    library: Library
    problems: tuple[Problem, ...] = ()
    halted: bool = False
    failed_answers: frozenset[str] = frozenset()
    said: Library = field(default_factory=Library)


def load_public(root: Path, base: Path, memory: Memory | None = None) -> LoadedPublic:
    """Read the public root of the project in the folder ``base``.

    Records that the memory holds are not parsed.

    A file with problems does not hide the others: the library holds what is sound.
    """
    home = root_at(root, base, confidential=False)
    if root.is_symlink():
        return _nothing(problem(Code.AK105, home.place()))
    if not root.is_dir():
        return _nothing(problem(Code.AK112, home.place()))
    found = walk(home)
    files = sort_files(home, found.files, COLLECTIONS)
    pictures = read_pictures(home, files.pictures)
    shelves = _shelves(home, files, pictures, memory)
    problems = [*found.problems, *files.problems, *pictures.problems]
    problems += [item for shelf in shelves.by_name().values() for item in shelf.problems]
    library = _library(shelves, pictures)
    halted = any(item.code in _HALTING for item in problems)
    return LoadedPublic(
        library=library,
        problems=tuple(sorted(problems, key=sort_key)),
        halted=halted,
        failed_answers=shelves.answers.faulty,
        said=library if halted else _said(shelves),
    )


def _nothing(reason: Problem) -> LoadedPublic:
    return LoadedPublic(Library(), (reason,), halted=True)


@dataclass(frozen=True, slots=True)
class _Shelves:
    """The collections of the root, checked in the order in which they name each other."""

    laws: Shelf[Law]
    grounds: Shelf[Ground]
    terms: Shelf[Term]
    figures: Shelf[Figure]
    assets: Shelf[Asset]
    blocks: Shelf[Block]
    answers: Shelf[Answer]

    def by_name(self) -> Mapping[str, Summary]:
        """What is said of each collection, by the name of its folder."""
        return {
            "laws": self.laws,
            "grounds": self.grounds,
            "terms": self.terms,
            "figures": self.figures,
            "assets": self.assets,
            "blocks": self.blocks,
            "answers": self.answers,
        }


def _shelves(root: Root, files: Sorted, pictures: Pictures, memory: Memory | None) -> _Shelves:
    records = files.records
    laws = check_succession(shelve(root, "laws", records["laws"], read_law, remembered(memory, Law)))
    grounds = shelve(root, "grounds", records["grounds"], read_ground, remembered(memory, Ground))
    figures = shelve(root, "figures", records["figures"], read_figure, remembered(memory, Figure))
    read_with_picture = partial(read_asset, pictures=pictures.contents)
    assets = shelve(root, "assets", records["assets"], read_with_picture)
    assets = replace(assets, faulty=assets.faulty | pictures.faulty)
    blocks = shelve(root, "blocks", records["blocks"], read_block, remembered(memory, Block))
    blocks = blocks.checked(partial(block_problems, laws=laws.known()))
    stock = Stock(blocks.known(), figures.known(), assets.known())
    check = AnswerCheck(stock, grounds.known(), figures.sound(), grounds.sound())
    answers = shelve(root, "answers", records["answers"], read_answer, remembered(memory, Answer)).checked(
        check.problems
    )
    terms = shelve(root, "terms", records["terms"], read_term, remembered(memory, Term))
    return _Shelves(laws, grounds, terms, figures, assets, blocks, answers)


def _library(shelves: _Shelves, pictures: Pictures) -> Library:
    collections = shelves.by_name()
    digests = [pictures.digests, *(shelf.digests for shelf in collections.values())]
    return Library(
        blocks=shelves.blocks.sound(),
        figures=shelves.figures.sound(),
        laws=shelves.laws.sound(),
        grounds=shelves.grounds.sound(),
        terms=shelves.terms.sound(),
        assets=shelves.assets.sound(),
        answers=shelves.answers.sound(),
        broken=frozenset((name, item) for name, shelf in collections.items() for item in shelf.faulty),
        digests=dict(sorted(entry for some in digests for entry in some.items())),
    )


def _said(shelves: _Shelves) -> Library:
    return Library(
        blocks=shelves.blocks.drafts,
        figures=shelves.figures.drafts,
        laws=shelves.laws.drafts,
        grounds=shelves.grounds.drafts,
        terms=shelves.terms.drafts,
        assets=shelves.assets.drafts,
        answers=shelves.answers.drafts,
    )
