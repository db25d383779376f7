"""The project's templates: Jinja in a sandbox, giving Markdown with a slot for every value.

A template sees its values, the functions of prose and the filter ``join``: no globals, no other filter,
and no operator that makes a large value out of a small one. Source: Jinja documentation, "Sandbox".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from answerkit.model.codes import Code
from answerkit.model.content import Prose
from answerkit.model.document import LANGUAGES
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem
from answerkit.prose import danish
from answerkit.prose.slots import (
    CoverageSlot,
    FigureSlot,
    ForeignSlot,
    LawSlot,
    PartsSlot,
    ProseSlot,
    RefSlot,
    Slot,
    SlotTable,
    TermSlot,
    TextSlot,
)

SUFFIX = ".md.j2"
_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template's Markdown and slots, or the problem at the template's line."""

    markdown: str
    slots: tuple[Slot, ...]
    problems: tuple[Problem, ...] = ()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Refuses the operators that make large values out of small ones."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, _context: object, operator: str, _left: object, _right: object) -> NoReturn:
        raise SecurityError(operator)


class _Sources(BaseLoader):
    """Knows the templates that were read at the start, and nothing else on disk."""

    def __init__(self, sources: Mapping[str, str], label: str) -> None:
        self._sources, self._label = sources, label

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._sources:
            raise TemplateNotFound(template)
        return self._sources[template], f"{self._label}/{template}", lambda: True


class Templates:
    """The templates of one folder, read once.

    Attributes:
        problems: files that could not be read; a missing template is a problem when it is asked for.
    """

    def __init__(self, root: Path) -> None:
        sources, self.problems = _read(root)
        self._label = root.name
        self._table = SlotTable()
        self._environment = _Sandbox(
            loader=_Sources(sources, root.name),
            undefined=StrictUndefined,
            finalize=self._finalize,
            autoescape=False,  # no value passes through Markdown: finalize makes each a slot
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        _restrict(self._environment)

    def render(self, name: str, values: Mapping[str, object]) -> Rendered:
        """The template's Markdown; ``name`` is without suffix. Slots among the values stay what they are."""
        self._table = SlotTable()
        place = self.place(name)
        vocabulary = _vocabulary(place)
        try:
            template = self._environment.get_template(name + SUFFIX)
            markdown = template.render({**values, **vocabulary})
        except _FAILURES as failure:
            return Rendered("", (), (_told(failure, place),))
        return Rendered(markdown, self._table.freeze())

    def place(self, name: str) -> Place:
        """The file of a template; ``name`` is without suffix."""
        return Place(f"{self._label}/{name}{SUFFIX}")

    # Asking for the context keeps Jinja from finalizing constants once, when it compiles the template.
    @pass_context
    def _finalize(self, _context: Context, value: object) -> str:
        return self._table.put(_slot(value))


def _slot(value: object) -> Slot:
    match value:
        case FigureSlot() | LawSlot() | TermSlot() | RefSlot() | ForeignSlot() | PartsSlot() | CoverageSlot():
            return value
        case Prose():
            return ProseSlot(value)
        case str() | int():
            return TextSlot(str(value))
        case date():
            return TextSlot(danish.day(value))
        case Undefined():
            raise UndefinedError(str(value))
        case _:
            raise TypeError(type(value).__name__)


def _restrict(environment: Environment) -> None:
    """Leave a template its values and the functions; loops, conditions and ``join`` do the rest."""
    environment.globals.clear()
    environment.filters = {"join": environment.filters["join"]}
    environment.tests = {name: environment.tests[name] for name in ("defined", "none")}


def _vocabulary(place: Place) -> dict[str, Callable[..., Slot]]:
    return {
        "figure": lambda name, *, unit=True: FigureSlot(str(name), place, bool(unit)),
        "law": lambda name: LawSlot(str(name), place),
        "term": lambda name: TermSlot(str(name), place),
        "ref": lambda name: RefSlot(str(name), place),
        "foreign": lambda language, words: _foreign(str(language), str(words), place),
    }


def _foreign(language: str, words: str, place: Place) -> ForeignSlot:
    if language not in LANGUAGES:
        raise ValueError(language)
    return ForeignSlot(language, words, place)


def _told(failure: Exception, place: Place) -> Problem:
    """What failed, by its type alone: a message, and the name of an included template, may quote a value."""
    where = _where(failure, place)
    if where == place and isinstance(failure, TemplateNotFound):
        return problem(Code.AK406, place, "den findes ikke eller kan ikke læses", "hent den frem igen")
    return problem(Code.AK406, where, type(failure).__name__)


def _where(failure: Exception, place: Place) -> Place:
    """The template's line at which a failure arose; Jinja rewrites tracebacks to point there."""
    if isinstance(failure, TemplateSyntaxError):
        return Place(failure.filename or place.file, failure.lineno)
    line, trace = 0, failure.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(SUFFIX):
            place, line = Place(trace.tb_frame.f_code.co_filename), trace.tb_lineno
        trace = trace.tb_next
    return Place(place.file, line)


def _read(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(root.rglob(f"*{SUFFIX}")):
        name = path.relative_to(root).as_posix()
        text = _text(path, root)
        if isinstance(text, Code):
            problems.append(problem(text, Place(f"{root.name}/{name}")))
        else:
            sources[name] = text
    return sources, tuple(problems)


def _text(path: Path, root: Path) -> str | Code:
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()) or path.is_symlink():
            return Code.AK105
        data = path.read_bytes()
        if len(data) > _MAX_BYTES:
            return Code.AK103
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return Code.AK101
    except OSError:
        return Code.AK110
