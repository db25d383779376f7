"""One collection of a root: every file read into a record, with what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from hashlib import sha256
from typing import Generic, Protocol, TypeVar

from answerkit.load.fields import LINE, Field
from answerkit.load.files import MAX_YAML_BYTES, Found, Root, read_bytes
from answerkit.load.known import Known
from answerkit.load.nodes import MappingNode, Node, ScalarNode
from answerkit.load.reading import Reading, read_yaml
from answerkit.load.record import KEYS_WANTED, Record
from answerkit.load.shown import shown
from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Classification, Place, Problem, problem

T = TypeVar("T")

_SEGMENT = r"[A-Za-z0-9ÆØÅæøå][A-Za-z0-9ÆØÅæøå+.-]*"
_ID = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*")


@dataclass(frozen=True, slots=True)
class Summary:
    """What is said of a collection, whatever its records are.

    Attributes:
        faulty: ids of the files with problems.
        digests: name of the file in messages → sha256 (hex) of its bytes, where they could be read.
    """

    faulty: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shelf(Summary, Generic[T]):
    """A collection's records by id, in order of the ids.

    Attributes:
        drafts: every record that has the shape of one, also those with placeholders for what is wrong.
    """

    drafts: Mapping[str, T] = field(default_factory=dict)

    def sound(self) -> Mapping[str, T]:
        """The records without any problem."""
        return {name: record for name, record in self.drafts.items() if name not in self.faulty}

    def known(self) -> Known:
        """The names of the collection."""
        return Known(self.drafts, self.faulty)

    def checked(self, check: Callable[[T], Iterable[Problem]]) -> Shelf[T]:
        """The shelf with what a check finds in each of its drafts."""
        found = {name: tuple(check(record)) for name, record in self.drafts.items()}
        problems = tuple(item for some in found.values() for item in some)
        faulty = self.faulty.union(name for name, some in found.items() if some)
        return replace(self, faulty=faulty, problems=self.problems + problems)


class Remembered(Protocol[T]):
    """Records that were read in an earlier run, without a problem, from files with the same bytes."""

    def find(self, name: str, digest: str, file: Place, /) -> T | None:
        """The record of a file, by its id and the digest of its bytes; None when it is not remembered."""

    def keep(self, record: T, digest: str, /) -> None:
        """Remember a record."""


def shelve(
    root: Root,
    folder: str,
    files: Iterable[Found],
    read: Callable[[Record], T],
    remembered: Remembered[T] | None = None,
) -> Shelf[T]:
    """Read the files of a collection; ``folder`` is its folder under the root."""
    drafts: dict[str, T] = {}
    seen: set[str] = set()
    faulty: set[str] = set()
    problems: list[Problem] = []
    digests: dict[str, str] = {}
    for found in files:
        name = record_id(found.name, folder)
        outcome = _outcome(root, found, name, read, remembered)
        own = [*outcome.problems]
        if name in seen:  # two spellings of one name in Unicode
            own.append(problem(Code.AK303, outcome.file, shown(name)))
        seen.add(name)
        if outcome.digest:
            digests[outcome.file.file] = outcome.digest
        problems.extend(own)
        if own:
            faulty.add(name)
        if outcome.draft is not None:
            drafts[name] = outcome.draft
    return Shelf(frozenset(faulty), tuple(problems), digests, drafts)


@dataclass(frozen=True, slots=True)
class _Outcome(Generic[T]):
    """What one file gave: ``draft`` is None where it has not the shape of a record."""

    draft: T | None
    problems: list[Problem]
    file: Place
    digest: str


def _outcome(
    root: Root, found: Found, name: str, read: Callable[[Record], T], remembered: Remembered[T] | None
) -> _Outcome[T]:
    data = read_bytes(root, found, MAX_YAML_BYTES) if remembered else None
    if remembered and data is not None and not isinstance(data, Problem):
        digest, file = sha256(data).hexdigest(), root.place(found.name)
        known = remembered.find(name, digest, file)
        if known is not None:
            return _Outcome(known, [], file, digest)
    reading = read_yaml(root, found, data)
    expected = Classification.CONFIDENTIAL if root.confidential else Classification.PUBLIC
    draft, own = _draft(reading, name, expected, read)
    if remembered and draft is not None and not own:
        remembered.keep(draft, reading.digest)
    return _Outcome(draft, own, reading.file, reading.digest)


def record_id(name: str, folder: str) -> str:
    """The id of the record in a file, by the file's name under the root."""
    return name.removeprefix(f"{folder}/").rpartition(".")[0]


def _draft(
    reading: Reading, name: str, expected: Classification, read: Callable[[Record], T]
) -> tuple[T | None, list[Problem]]:
    """The file's record, as far as it has the shape of one, and all that is wrong with the file."""
    problems = list(reading.problems)
    draft = None
    match reading.root:
        case MappingNode() as node:
            record = Record(node, problems, name)
            _check_head(record, expected)
            draft = read(record)
            record.finish()
        case ScalarNode(text="", plain=True):
            problems.append(problem(Code.AK102, reading.file))
        case None:
            pass
        case other:
            problems.append(problem(Code.AK203, other.place, "", KEYS_WANTED))
            problems.append(problem(Code.AK205, other.place))
    stated_elsewhere = all(item.code is not Code.AK206 for item in problems)
    if reading.stated and expected is Classification.PUBLIC and stated_elsewhere:
        problems.append(problem(Code.AK206, reading.stated))
    return draft, problems


def _check_head(record: Record, expected: Classification) -> None:
    named = _ID.fullmatch(record.id)
    if not named:
        record.report(Code.AK207, "id", "", "brug kun bogstaver, tal, +, . og - i filens navn")
    written = record.must("id", LINE)
    if named and written and written != record.id:
        record.report(Code.AK207, "id", shown(written), f"skriv id: {shown(record.id)}")
    check_classification(record, expected)


def check_classification(record: Record, expected: Classification) -> None:
    """Report a classification that is missing, unknown or not the folder's."""
    stated = record.may("classification", _CLASSIFICATION, None)
    if stated is None:
        record.report(Code.AK205, "classification")
    elif stated is not expected:
        record.report(Code.AK206, "classification")


def _read_classification(node: Node) -> Classification | None:
    names = {option.value: option for option in Classification}
    return names.get(node.text) if isinstance(node, ScalarNode) else None


_CLASSIFICATION = Field(_read_classification, None)
"""None for every value that is no classification, so that missing and unknown are one problem."""
