"""A table of ``answerkit.toml``, key by key, with what is wrong at which line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from answerkit.load.characters import HIDDEN, hidden_character
from answerkit.load.shown import did_you_mean, shown
from answerkit.model.codes import Code
from answerkit.model.problem import Place, Problem, problem


class Settings:
    """Reads the keys of one table; what is wrong is added to ``problems``.

    Args:
        values: the table.
        text: the whole file's.
        file: the place that means the file.
        problems: where to add what is found.
        name: the table's own, or an empty string for the top of the file.
    """

    def __init__(
        self,
        values: Mapping[str, object],
        text: str,
        file: Place,
        problems: list[Problem],
        name: str = "",
    ) -> None:
        self._values, self._text, self._file, self._problems = values, text, file, problems
        self._name = name
        self._known: set[str] = set()
        self._missing: list[str] = []

    def table(self, key: str) -> Settings:
        """An optional table; without it, one that is empty."""
        self._known.add(key)
        value = self._values.get(key, {})
        if not isinstance(value, Mapping):
            self.report(Code.AK203, key, f"skriv [{key}] på en linje for sig")
            value = {}
        name = f"{self._name}.{key}" if self._name else key
        return Settings(value, self._text, self._file, self._problems, name)

    def line(self, key: str, what: str) -> str:
        """A mandatory text on one line; ``what`` it should be is said where there is none."""
        self._known.add(key)
        if key not in self._values:
            self._missing.append(key)
            return ""
        return self._line(key, self._values[key], what)

    def _line(self, key: str, value: object, what: str) -> str:
        if not isinstance(value, str):
            self.report(Code.AK203, key, "sæt værdien i anførselstegn")
        elif not value.strip():
            self.report(Code.AK204, key, f"skriv {what}")
        elif "\n" in value:
            self.report(Code.AK204, key, "skriv værdien på én linje")
        elif hidden := HIDDEN.search(value):
            self._problems.append(hidden_character(hidden.group(), self.place(key)))
        return str(value)

    def text(self, key: str, default: str, what: str) -> str:
        """An optional text on one line."""
        self._known.add(key)
        return self._line(key, self._values[key], what) if key in self._values else default

    def texts(self, key: str) -> tuple[str, ...] | None:
        """An optional list of texts, each on one line; None when there is no such key."""
        self._known.add(key)
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.report(Code.AK203, key, 'skriv en liste af tekster, fx ["a", "b"]')
            return ()
        return tuple(self._line(key, item, "en tekst") for item in value)

    def count(self, key: str, default: int, least: int, most: int) -> int:
        """An optional whole number, both limits included."""
        self._known.add(key)
        value = self._values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self.report(Code.AK203, key, "skriv et helt tal uden anførselstegn")
        elif not least <= value <= most:
            self.report(Code.AK204, key, f"skriv et helt tal fra {least} til {most}")
        else:
            return value
        return default

    def choice(self, key: str, options: Mapping[str, bool], *, default: bool) -> bool:
        """Which of two words stands there."""
        self._known.add(key)
        value = self._values.get(key)
        if value is None:
            return default
        if isinstance(value, str) and value in options:
            return options[value]
        self.report(Code.AK204, key, f"skriv én af: {', '.join(options)}")
        return default

    def flag(self, key: str, *, default: bool) -> bool:
        """An optional ``true`` or ``false``."""
        self._known.add(key)
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            self.report(Code.AK203, key, "skriv true eller false, uden anførselstegn")
            return default
        return value

    def days(self, key: str) -> tuple[str | date, ...] | None:
        """An optional list of texts and dates, as written; None when there is no such key."""
        self._known.add(key)
        value = self._values.get(key)
        if value is None:
            return None
        is_list = isinstance(value, list) and all(_is_day(item) for item in value)
        if not isinstance(value, list) or not is_list:
            self.report(Code.AK203, key, 'skriv en liste, fx ["12-24", 2025-05-30]')
            return ()
        return tuple(value)

    def words(self, key: str) -> tuple[str, ...]:
        """An optional list of texts."""
        self._known.add(key)
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.report(Code.AK203, key, 'skriv en liste af ord, fx ["ungestøtte"]')
            return ()
        return tuple(value)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """All keys with their texts, in order of the file; those with another value are left out."""
        self._known |= self._values.keys()
        texts = [(key, self._line(key, value, "en tekst")) for key, value in self._values.items()]
        return tuple((key, text) for key, text in texts if text == self._values[key] and text.strip())

    def report(self, code: Code, key: str, hint: str = "") -> None:
        """Add a problem at a key's line."""
        self._problems.append(problem(code, self.place(key), shown(key), hint))

    def finish(self) -> None:
        """Report the keys that nobody asked for, and those that are not there."""
        for key in self._values.keys() - self._known:
            self.report(Code.AK201, key, did_you_mean(key, self._known - self._values.keys()))
        self._problems.extend(problem(Code.AK202, self._file, key) for key in self._missing)

    def place(self, key: str) -> Place:
        """The line that sets a key or begins its table; the parser itself keeps no positions."""
        start = self._start()
        written = rf"^[\[ ]*(?:{re.escape(self._name)}\.)?[\"']?{re.escape(key)}(?![\w-])"
        line = re.compile(written, re.MULTILINE).search(self._text, start)
        if line is None:
            return self._file
        return Place(self._file.file, self._text.count("\n", 0, line.start()) + 1, 1)

    def _start(self) -> int:
        """Where this table begins in the file, as far as it has a heading of its own."""
        heading = re.search(rf"^ *\[{re.escape(self._name)}\]", self._text, re.MULTILINE)
        return heading.end() if self._name and heading else 0


def _is_day(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, date) and not isinstance(value, datetime))
