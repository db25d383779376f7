"""The project's settings, from ``answerkit.toml``."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from answerkit.load.characters import HIDDEN, hidden_character, hidden_characters
from answerkit.load.files import MAX_YAML_BYTES, Found, read_bytes, root_at
from answerkit.load.reading import decoded
from answerkit.load.shown import did_you_mean, shown
from answerkit.model.codes import Code
from answerkit.model.config import Config
from answerkit.model.problem import Place, Problem, problem

_KEY = "authority"
_POSITION = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")


def load_config(path: Path, base: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings, or None and every problem of the file."""
    home = root_at(path.parent, base, confidential=False)
    file = home.place(path.name)
    data = read_bytes(home, Found(path, path.name), MAX_YAML_BYTES)
    text = data if isinstance(data, Problem) else decoded(data, file)
    if isinstance(text, Problem):
        return None, (text,)
    hidden = hidden_characters(text, file)
    settings = _settings(text, file)
    if isinstance(settings, Problem):
        return None, hidden or (settings,)
    problems = (*hidden, *_unknown(settings, text, file), *_missing(settings, text, file))
    return (None, problems) if problems else (Config(str(settings[_KEY])), ())


def _settings(text: str, file: Place) -> dict[str, object] | Problem:
    import tomllib  # noqa: PLC0415 - only the commands that build read the settings

    try:
        return tomllib.loads(text)
    except RecursionError:
        return problem(Code.AK104, file)
    except ValueError as error:
        return problem(Code.AK114, _place_in(str(error), text, file))


def _place_in(message: str, text: str, file: Place) -> Place:
    """The place that the parser's message ends in; all else of the message may quote the file."""
    if position := _POSITION.search(message):
        return Place(file.file, int(position[1]), int(position[2]))
    if message.endswith("(at end of document)"):
        return Place(file.file, text.rstrip().count("\n") + 1)
    return file


def _unknown(settings: Mapping[str, object], text: str, file: Place) -> Iterator[Problem]:
    for key in settings.keys() - {_KEY}:
        hint = did_you_mean(key, {_KEY} - settings.keys())
        yield problem(Code.AK201, _place_of(key, text, file), shown(key), hint)


def _missing(settings: Mapping[str, object], text: str, file: Place) -> Iterator[Problem]:
    """The problem of the one mandatory setting, if it has any."""
    place = _place_of(_KEY, text, file)
    match settings.get(_KEY):
        case None:
            yield problem(Code.AK202, file, _KEY)
        case str() as name if not name.strip():
            yield problem(Code.AK204, place, _KEY, "skriv myndighedens navn")
        case str() as name if "\n" in name:
            yield problem(Code.AK204, place, _KEY, "skriv værdien på én linje")
        case str() as name if hidden := HIDDEN.search(name):
            yield hidden_character(hidden.group(), place)
        case str():
            pass
        case _:
            yield problem(Code.AK203, place, _KEY, "sæt værdien i anførselstegn")


def _place_of(key: str, text: str, file: Place) -> Place:
    """The line that sets a key or begins its table; the parser itself keeps no positions."""
    line = re.search(rf"^[\[ ]*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return Place(file.file, text.count("\n", 0, line.start()) + 1, 1) if line else file
