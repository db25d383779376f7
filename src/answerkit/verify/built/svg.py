"""SVG pictures: shapes and outlines, numbers and colours, and nothing that could be read.

Source: Scalable Vector Graphics (SVG) 1.1 (Second Edition), 8 (paths), 9 (shapes), 11 (painting).
"""

import re
from functools import cache, lru_cache

from answerkit.verify.built.codes import Rule

_MOST_BYTES = 8 * 1024 * 1024

_NUMBER = r"[+-]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})(?:e-?[0-9]{1,2})?"
_GAP = r"(?: ?, ?| |\n *)?"
_NUMBERS = rf"{_NUMBER}(?:{_GAP}{_NUMBER})*+"
_LENGTH = rf"{_NUMBER}(?:mm|cm|in|pt|px|%)?"

_TYPES = {
    "number": _NUMBER,
    "length": _LENGTH,
    "numbers": _NUMBERS,
    # A letter stands before a number only, but for the one that closes an outline.
    "outline": (
        rf"[Mm](?:(?:[ ,]{{0,2}}|\n {{0,40}})"
        rf"(?:[MmLlHhVvCcSsQqTtAa](?=[ ,]{{0,2}}[-+.0-9])|[Zz](?![ ,]{{0,2}}[Zz])|{_NUMBER}(?![0-9])))*+"
    ),
    "colour": r"none|black|white|#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}",
    "move": rf"(?:(?:matrix|translate|scale|rotate|skewX|skewY)\({_NUMBERS}\)(?: |$))++",
    "rule": r"nonzero|evenodd",
    "cap": r"butt|round|square",
    "join": r"miter|round|bevel",
    "version": r"1\.[01]",
    "namespace": r"http://www\.w3\.org/2000/svg",
}
_PAINT = {
    "fill": "colour",
    "fill-rule": "rule",
    "fill-opacity": "number",
    "stroke": "colour",
    "stroke-width": "length",
    "stroke-linecap": "cap",
    "stroke-linejoin": "join",
    "stroke-miterlimit": "number",
    "stroke-opacity": "number",
    "opacity": "number",
    "transform": "move",
}
_ELEMENTS = {
    "svg": _PAINT
    | {
        "xmlns": "namespace",
        "version": "version",
        "width": "length",
        "height": "length",
        "viewBox": "numbers",
    },
    "g": _PAINT,
    "path": _PAINT | {"d": "outline"},
    "rect": _PAINT | dict.fromkeys(("x", "y", "width", "height", "rx", "ry"), "length"),
    "circle": _PAINT | dict.fromkeys(("cx", "cy", "r"), "length"),
    "ellipse": _PAINT | dict.fromkeys(("cx", "cy", "rx", "ry"), "length"),
    "line": _PAINT | dict.fromkeys(("x1", "y1", "x2", "y2"), "length"),
    "polyline": _PAINT | {"points": "numbers"},
    "polygon": _PAINT | {"points": "numbers"},
}
"""Element → attribute → type of its value."""

_DECLARATION = re.compile(
    r'(?:<\?xml version="1\.0" encoding="(?:UTF-8|utf-8)"(?: standalone="(?:yes|no)")?\?>\n?)?'
)
_TOKEN = re.compile(r"<[^<>]*>?|[^<]+")
_TAG = re.compile(r'<([A-Za-z]+)((?:\s{1,40}[A-Za-z][A-Za-z0-9-]{0,20}="[^"]*")*)\s?(/?)>')
_ATTRIBUTE = re.compile(r'([A-Za-z][A-Za-z0-9-]*)="([^"]*)"')
_BLANK = re.compile(r"\r?\n[ \t]{0,40}")


@lru_cache(maxsize=8)
def svg_rule(data: bytes) -> Rule | None:
    """The rule that a picture's bytes break, or None."""
    if len(data) > _MOST_BYTES:
        return Rule.S105
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Rule.S180
    declaration = _DECLARATION.match(text)
    return None if _is_drawing(text[declaration.end() if declaration else 0 :]) else Rule.S180


def _is_drawing(text: str) -> bool:
    """Whether there is one ``svg`` element, and in it only shapes and groups of shapes."""
    tokens = _TOKEN.findall(text)
    inside: list[str] = []
    for index, token in enumerate(tokens):
        if not token.startswith("<"):
            fits = index > 0 and _BLANK.fullmatch(token) is not None
        elif token.startswith("</"):
            fits = bool(inside) and token == f"</{inside.pop()}>"
        else:
            fits = _opens(token, inside, first=index == 0)
        if not fits:
            return False
    return bool(tokens) and not inside


def _opens(token: str, inside: list[str], *, first: bool) -> bool:
    """Whether a tag may open where it stands; puts its name to those that are open."""
    tag = _TAG.fullmatch(token)
    if tag is None or (tag[1] == "svg") != first or (not first and inside[-1:] not in (["svg"], ["g"])):
        return False
    if not tag[3]:
        inside.append(tag[1])
    found = _ATTRIBUTE.findall(tag[2])
    types = _ELEMENTS.get(tag[1], {})
    return len(dict(found)) == len(found) and all(_is_typed(types.get(name), value) for name, value in found)


def _is_typed(kind: str | None, value: str) -> bool:
    return kind is not None and _value(kind).fullmatch(value) is not None


@cache
def _value(kind: str) -> re.Pattern[str]:
    return re.compile(_TYPES[kind])
