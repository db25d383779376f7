"""Which collection each file of a root belongs to, and which belong to none."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from answerkit.load.files import Found, Root
from answerkit.model.codes import Code
from answerkit.model.content import BlockKind
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, problem

_KINDS = frozenset(kind.value for kind in BlockKind)
_YAML, _PICTURES = ".yaml", (".png", ".svg")


@dataclass(frozen=True, slots=True)
class Sorted:
    """A root's files by collection.

    Attributes:
        records: collection → its YAML files, in order; every collection asked for has an entry.
        pictures: pictures that stand beside an asset's YAML file.
        problems: what belongs to no collection.
    """

    records: Mapping[str, tuple[Found, ...]]
    pictures: tuple[Found, ...]
    problems: tuple[Problem, ...]


def sort_files(root: Root, files: Collection[Found], collections: Collection[str]) -> Sorted:
    """The files of a root that holds these collections; a folder of no collection is one problem."""
    records: dict[str, list[Found]] = {collection: [] for collection in collections}
    pictures: list[Found] = []
    strays: dict[str, str] = {}
    names = {found.name for found in files}
    for found in files:
        folder = found.name.partition("/")[0]
        if folder not in records:
            strays[folder] = ""
        elif _is_record(found.name):
            records[folder].append(found)
        elif folder == "assets" and found.name.endswith(_PICTURES) and _described(found.name) in names:
            pictures.append(found)
        else:
            strays[found.name] = _hint(found.name)
    problems = (problem(Code.AK106, root.place(name), "", hint) for name, hint in strays.items())
    kept = {collection: tuple(found) for collection, found in records.items()}
    return Sorted(kept, tuple(pictures), tuple(problems))


def _is_record(name: str) -> bool:
    folder, _, rest = name.partition("/")
    kind, _, below = rest.partition("/")
    is_placed = folder != "blocks" or (kind in _KINDS and below != "")
    return is_placed and rest.endswith(_YAML)


def _described(picture: str) -> str:
    """The name of the file that describes a picture."""
    return picture.rpartition(".")[0] + _YAML


def _hint(name: str) -> str:
    if name.endswith(_PICTURES):
        return "skriv en YAML-fil med samme navn ved siden af billedet"
    if name.lower().endswith((".yml", _YAML)) and not name.endswith(_YAML):
        return "lad filens navn ende på .yaml"
    if name.startswith("blocks/"):
        return f"læg filen i en af mapperne {', '.join(sorted(_KINDS))}"
    return ""
