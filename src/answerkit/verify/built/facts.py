"""What the public content says about links and pictures, read by the gate itself.

Nothing of the loader is used, so that a fault there cannot let an address through. What cannot be read counts
as absent: a link from such a file is then refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from answerkit.model.frozen import dataclass

if TYPE_CHECKING:
    from answerkit.verify.built.charts import PublicChart

_MOST_BYTES = 16 * 1024 * 1024
_LINK_SIGNS = (b"https:", b"mailto:", b"@")
_CHART_SIGN = b"chart:"
_ADDRESS = re.compile(r"(?:https://|mailto:)[^\s<>\"`|\\]+")
_MAIL = re.compile(r"<([^\s<>@:]+@[^\s<>@:]+)>")

_CLOSING = re.compile(r"[)\]}]")
_PUNCTUATION = ".,;:!?'*_"
_ASCII = "/:#[]!$&'()*+,;=@%-._~?"


@dataclass(frozen=True, slots=True)
class PublicPicture:
    """A picture's description, and the sha256 (hex) of its files; ``svg`` is empty where there is none."""

    alt: str
    png: str
    svg: str = ""


@dataclass(frozen=True, slots=True)
class PublicFacts:
    """What a public document may link to and show."""

    links: frozenset[str]
    pictures: frozenset[PublicPicture]
    charts: frozenset[PublicChart] = frozenset()
    theme: bytes = b""


def read_public_facts(root: Path, theme: Path | None = None) -> PublicFacts:
    """The facts of the public content root; empty where nothing can be read.

    Args:
        root: the content.
        theme: the file that may say in which colours charts are drawn.
    """
    links: set[str] = set()
    pictures: list[PublicPicture] = []
    charts: list[PublicChart] = []
    paths = tuple(root.rglob("*.yaml"))
    for path in paths:
        data = _bytes(path)
        folder = path.relative_to(root).parts[0]
        is_asset = folder == "assets"
        if is_asset or any(sign in data for sign in _LINK_SIGNS):
            scalars = _scalars(data)
            links.update(_links(value for _, value in scalars))
            pictures += _pictures(path, scalars) if is_asset else []
        if folder == "answers" and _CHART_SIGN in data:
            charts += _charts(data, partial(_figure, paths, root / "figures"))
    return PublicFacts(
        frozenset(links), frozenset(pictures), frozenset(charts), _bytes(theme) if theme else b""
    )


def _charts(answer: bytes, figures: Callable[[str], bytes]) -> Iterator[PublicChart]:
    from answerkit.verify.built.charts import public_charts  # noqa: PLC0415 - few answers have one

    return public_charts(answer, figures)


def _figure(paths: Sequence[Path], folder: Path, name: str) -> bytes:
    """The bytes of the figure of that id; nothing for a name that none of the paths has."""
    wanted = f"{folder.as_posix()}/{name}.yaml"
    return next((_bytes(path) for path in paths if path.as_posix() == wanted), b"")


def _bytes(path: Path) -> bytes:
    """A file's bytes; nothing for one that cannot be read, is too large, or is a link to elsewhere."""
    try:
        if path.is_symlink() or path.stat().st_size > _MOST_BYTES:
            return b""
        return path.read_bytes()
    except OSError:
        return b""


def _scalars(data: bytes) -> list[tuple[str, str]]:
    """Each scalar of a YAML file with the scalar before it, which is its key where it has one."""
    import yaml  # noqa: PLC0415 - only where a link or a picture has to be looked up

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        values = [event.value for event in yaml.parse(data, loader) if isinstance(event, yaml.ScalarEvent)]
    except (yaml.YAMLError, UnicodeDecodeError):
        return []
    return list(zip(["", *values], values, strict=False))


def _pictures(path: Path, scalars: Iterable[tuple[str, str]]) -> list[PublicPicture]:
    png, svg = (_digest(path.with_suffix(suffix)) for suffix in (".png", ".svg"))
    return [PublicPicture(_one_line(value), png, svg) for key, value in scalars if key == "alt"]


def _digest(path: Path) -> str:
    data = _bytes(path)
    return sha256(data).hexdigest() if data else ""


def _one_line(value: str) -> str:
    return " ".join(line.strip() for line in value.split("\n"))


def _links(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        for match in _ADDRESS.finditer(value):
            yield from _readings(match[0])
        yield from (f"mailto:{address}" for address in _MAIL.findall(value))


def _readings(address: str) -> Iterator[str]:
    """The address, and what is left of it when its end belongs to the sentence; also as browsers send it."""
    ends = (match.start() for match in _CLOSING.finditer(address))
    for end in (len(address), *ends):
        shorter = address[:end].rstrip(_PUNCTUATION)
        yield from (address[:end], shorter, quote(shorter, safe=_ASCII))
