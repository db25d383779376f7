"""From a YAML text to a tree of nodes, over PyYAML's events.

Only events are used: PyYAML's own loaders read ``no`` as false and 0101671234 as octal, accept duplicate
keys and expand aliases. An event's text is taken as it is; its type is judged when a field asks for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NoReturn, TypeGuard, cast

import yaml

from answerkit.load.characters import HIDDEN, hidden_character
from answerkit.load.nodes import MappingNode, Node, Pair, RefusedNode, ScalarNode, SequenceNode
from answerkit.load.shown import shown
from answerkit.load.syntax import syntax_problem
from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem

MAX_DEPTH = 32
MAX_NODES = 100_000

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it; else the same in Python, nine times slower."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's root node, and what is wrong with its YAML; ``root`` is None when nothing can be read."""

    root: Node | None
    problems: tuple[Problem, ...]


class _TooMuch(Exception):  # noqa: N818 - control flow inside this module
    """The file goes past a cap, at a place."""


def parse(text: str, file: Place) -> Tree:
    r"""The tree of a whole file's text, whose lines end in ``\n``; ``file`` names the file."""
    problems: list[Problem] = []
    try:
        return Tree(_Builder(text, file, problems).document(), tuple(problems))
    except _TooMuch:
        pass
    except yaml.YAMLError as error:
        problems.append(syntax_problem(error, file))
    except (ValueError, OverflowError):  # from the scanner in Python, for an escape that is no character
        problems.append(problem(Code.AK107, file))
    return Tree(None, tuple(problems))


class _Builder:
    """Builds one file's tree; what is wrong but can be passed over is added to ``problems``."""

    def __init__(self, text: str, file: Place, problems: list[Problem]) -> None:
        self._file = file
        self._lines = [*text.split("\n"), ""]  # a value missing at the end stands behind the last line
        self._nodes = 0
        self._problems = problems
        # yaml.parse() gives the same events, but asks before each whether there is one
        self._next = cast("Callable[[], yaml.Event]", LOADER(text).get_event)

    def document(self) -> Node | None:
        """The root of the only document, or None when the file has none."""
        self._next()  # the start of the stream
        start = self._next()
        if not isinstance(start, yaml.DocumentStartEvent):
            self._report(Code.AK102, self._file)
            return None
        if start.version or start.tags:
            self._report(Code.AK107, self._place(start), "linjer, der begynder med %, bruges ikke")
        root = self._node(self._next(), 1)
        self._next()  # the end of the document
        after = self._next()
        if isinstance(after, yaml.DocumentStartEvent):
            self._report(Code.AK107, self._place(after), "mere end ét dokument", "del filen ved ---")
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = self._place(event)
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            self._give_up(place)
        refused = _is_refused(event)
        if refused:
            self._report(Code.AK109, place)
        node = self._content(event, place, depth)
        return RefusedNode(place) if refused else node

    def _content(self, event: yaml.Event, place: Place, depth: int) -> Node:
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, place)
            case yaml.SequenceStartEvent():
                return SequenceNode(tuple(self._items(depth)), place)
            case yaml.MappingStartEvent():
                return MappingNode(tuple(self._pairs(depth)), place)
            case _:
                return RefusedNode(place)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[Pair]:
        seen: set[str] = set()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if self._is_usable(key, seen):
                seen.add(key.text)
                yield Pair(key, value)

    def _is_usable(self, key: Node, seen: set[str]) -> TypeGuard[ScalarNode]:
        """Whether the key can be kept; says what is wrong with it otherwise."""
        match key:
            case RefusedNode():
                return False
            case ScalarNode(text="<<", plain=True):
                self._report(Code.AK109, key.place)
                return False
            case ScalarNode():
                if key.text in seen:
                    self._report(Code.AK108, key.place, shown(key.text))
                return key.text not in seen
            case _:
                self._report(Code.AK107, key.place, "en nøgle skal være tekst")
                return False

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> ScalarNode:
        text, plain = event.value, not event.style
        if event.style == "|":
            content, indent = self._literal(text, place)
            return ScalarNode(text, plain, place, content, indent)
        if event.style == '"' and (hidden := HIDDEN.search(text)):
            self._problems.append(hidden_character(hidden.group(), place))
        content = place if plain else Place(place.file, place.line, place.column + 1, place.confidential)
        exact = self._lines[place.line - 1].startswith(text, content.column - 1)
        return ScalarNode(text, plain, place, content, exact=exact)

    def _literal(self, text: str, place: Place) -> tuple[Place, int]:
        """Where a literal block's first character stands, and how far the file indents its lines."""
        indent = 0
        for number, line in enumerate(text.split("\n"), start=place.line):
            if line.strip(" "):
                indent = len(self._lines[number]) - len(line)
                break
        return replace(place, line=place.line + 1, column=indent + 1), indent

    def _place(self, event: yaml.Event) -> Place:
        mark = cast("yaml.Mark", event.start_mark)  # both parsers give every event its mark
        return Place(self._file.file, mark.line + 1, mark.column + 1, self._file.confidential)

    def _give_up(self, place: Place) -> NoReturn:
        self._report(Code.AK104, place)
        raise _TooMuch

    def _report(self, code: Code, place: Place, detail: str = "", hint: str = "") -> None:
        self._problems.append(problem(code, place, detail, hint))


def _is_refused(event: yaml.Event) -> bool:
    """Whether the value is an alias, or has an anchor or a tag."""
    tagged = isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag is not None
    return tagged or (isinstance(event, yaml.NodeEvent) and event.anchor is not None)
