"""The project's settings, from ``answerkit.toml``."""

import re
from pathlib import Path

from answerkit.load.characters import hidden_characters
from answerkit.load.files import MAX_YAML_BYTES, Found, read_bytes, root_at
from answerkit.load.policy import read_patterns
from answerkit.load.reading import decoded
from answerkit.load.settings import Settings
from answerkit.load.strictness import read_deadline, read_lint
from answerkit.model.codes import Code
from answerkit.model.config import Config
from answerkit.model.problem import Place, Problem, problem

_POSITION = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")


def load_config(path: Path, base: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings, or None and every problem of the file."""
    problems: list[Problem] = []
    settings = read_settings(path, base, problems)
    config = _config(settings) if settings else None
    return (None, tuple(problems)) if problems else (config, ())


def read_settings(path: Path, base: Path, problems: list[Problem]) -> Settings | None:
    """The top of a TOML file, ready to be read key by key; None when it is no TOML. Adds what is wrong."""
    home = root_at(path.parent, base, confidential=False)
    file = home.place(path.name)
    data = read_bytes(home, Found(str(path), path.name), MAX_YAML_BYTES)
    text = data if isinstance(data, Problem) else decoded(data, file)
    if isinstance(text, Problem):
        problems.append(text)
        return None
    problems.extend(hidden_characters(text, file))
    values = _settings(text, file)
    if not isinstance(values, Problem):
        return Settings(values, text, file, problems)
    if not problems:
        problems.append(values)
    return None


def _config(settings: Settings) -> Config:
    config = Config(
        authority=settings.line("authority", "myndighedens navn"),
        lint=read_lint(settings.table("lint")),
        deadline=read_deadline(settings.table("deadline")),
        patterns=read_patterns(settings.table("patterns")),
        libreoffice=_libreoffice(settings.table("pdf")),
    )
    settings.finish()
    return config


def _libreoffice(table: Settings) -> str:
    path = table.text("libreoffice", "", "stien til LibreOffice")
    table.finish()
    return path


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
