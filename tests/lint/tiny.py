"""Tiny libraries for the rules to judge, read from YAML as the program reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from answerkit.lint.passages import Kind, Passage
from answerkit.lint.registry import judge_passage, lint
from answerkit.lint.rule import PassageRule, Rule
from answerkit.lint.spelling import Speller
from answerkit.lint.subject import Subject
from answerkit.load.overlay import load_confidential
from answerkit.load.public import load_public
from answerkit.model.config import DeadlinePolicy, LintSettings
from answerkit.model.content import Prose
from answerkit.model.problem import Place, Problem, sort_key

CANARY = "Kanariefugl"
"""Stands in confidential texts; no problem may ever repeat it."""

Files = Mapping[str, str]


def block(name: str = "text/a", text: str = "Kommunen hjælper.", extra: str = "") -> dict[str, str]:
    """A public block; ``extra`` are further lines, e.g. ``laws``."""
    return {f"blocks/{name}": _block(name, text, extra, "public")}


def closed_block(name: str = "text/hemmelig", text: str = CANARY) -> dict[str, str]:
    """A confidential block."""
    return {f"blocks/{name}": _block(name, text, "", "confidential")}


def _block(name: str, text: str, extra: str, classification: str) -> str:
    prose = "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
    return f"id: {name}\nclassification: {classification}\ntitle: Titel\n{extra}text: |-\n{prose}\n"


def figure(  # noqa: PLR0913 - the keys of a figure
    name: str,
    *values: str,
    counts: str = "persons",
    unit: str = "borgere",
    title: str = "",
    closed: bool = False,
    extra: str = "",
) -> dict[str, str]:
    """A figure; each value is ``as_of value`` or ``as_of value | further keys``."""
    text = (
        f"id: {name}\nclassification: {'confidential' if closed else 'public'}\ntitle: {title or name}\n"
        f"unit: '{unit}'\n{extra}group: alle\ncounts: {counts}\nowner: Afdelingen\nvalues:\n"
    )
    for value in values:
        head, _, further = value.partition(" | ")
        day, _, amount = head.partition(" ")
        lines = [f"as_of: {day}", f"value: {amount}", *further.split("; ")]
        if "source:" not in further:
            lines.append("source: Optælling i Afdelingen")
        text += "  - " + "\n    ".join(line for line in lines if line) + "\n"
    return {f"figures/{name}": text}


def law(name: str, since: str = "2000-01-01", extra: str = "") -> dict[str, str]:
    """A set of provisions."""
    return {
        f"laws/{name}": f"id: {name}\nclassification: public\nshort: {name}\ntitle: {name}\n"
        f"number: lov nr. 1\nurl: https://www.retsinformation.dk/eli/lta/2000/1\n"
        f"valid_from: {since}\n{extra}source: Retsinformation\n"
    }


def ground(name: str, citation: str, *, public: bool = True, extra: str = "") -> dict[str, str]:
    """A ground for withholding."""
    return {
        f"grounds/{name}": f"id: {name}\nclassification: public\ncitation: {citation}\ntitle: Titel\n"
        f"public: {'true' if public else 'false'}\nurl: https://www.retsinformation.dk/eli/lta/2000/1\n"
        f"{extra}source: Retsinformation\n"
    }


def term(name: str, expansion: str = "") -> dict[str, str]:
    """An abbreviation."""
    extra = f"expansion: {expansion}\n" if expansion else ""
    return {f"terms/{name}": f"id: {name}\nclassification: public\n{extra}"}


ASKED = "- id: a\n      text: Hvad gøres der?\n      answered_in: [arbejdet]\n"


def answer(  # noqa: PLR0913 - the parts of an answer
    content: str = "- block: text/a",
    *,
    name: str = "svar",
    dated: str = "2024-05-01",
    extra: str = "",
    enquiry: str = "",
    questions: str = ASKED,
    sections: str = "",
) -> dict[str, str]:
    """An answer with one section, ``arbejdet``; ``content`` are its items, ``sections`` further ones."""
    items = "\n".join(f"      {line}" for line in content.split("\n"))
    own = f"    content:\n{items}\n" if content else ""
    return {
        f"answers/{name}": f"id: {name}\nclassification: public\ntitle: Svar\ndepartment: Afdelingen\n"
        f"dated: {dated}\n{extra}enquiry:\n  asker: Et parti\n{enquiry}  background: |-\n    Der er spurgt.\n"
        f"  questions:\n    {questions}sections:\n  - id: arbejdet\n    heading: Arbejdet\n{own}{sections}"
    }


WITHHELD = "  - id: sagen\n    heading: Sagen\n    withheld:\n      grounds: [paragraf-27]\n"
"""A withheld section, as further section of an answer; it needs the ground ``PARAGRAPH_27``."""
PARAGRAPH_27 = ground("paragraf-27", "forvaltningsloven § 27", extra="verified_on: 2024-01-01\n")


def overlay(text: str = CANARY, content: str = "", name: str = "svar") -> dict[str, str]:
    """What fills the withheld section of an answer."""
    prose = "\n".join(f"      {line}" for line in text.split("\n"))
    items = "".join(f"\n      {line}" for line in content.split("\n")) if content else ""
    own = f"    content:{items}\n" if content else ""
    return {
        f"overlays/{name}": f"id: {name}\nclassification: confidential\nsample: true\nextends: {name}\n"
        f"recipients: [Spørgeren]\nsections:\n  - fills: sagen\n    grounds: [paragraf-27]\n"
        f"    text: |-\n{prose}\n{own}"
    }


def table(*figures: str, total: str = "", name: str = "tabel", caption: str = "Tabel") -> str:
    """A table among an answer's items."""
    last = f"\n  total: {total}" if total else ""
    return f"- table: [{', '.join(figures)}]\n  id: {name}\n  caption: {caption}{last}"


def subject(  # noqa: PLR0913 - the arguments of a subject
    base: Path,
    public: Iterable[Files],
    closed: Iterable[Files] | None = None,
    *,
    settings: LintSettings | None = None,
    deadline: DeadlinePolicy | None = None,
    only: tuple[str, ...] = (),
    speller: Speller | None = None,
) -> Subject:
    """The library in a folder; its files must be without problems."""
    root, hidden = base / "content" / "public", base / "content" / "confidential"
    _write(root, public)
    loaded = load_public(root, base)
    assert [item.message for item in loaded.problems] == []
    confidential = None
    if closed is not None:
        _write(hidden, closed)
        read = load_confidential(hidden, base, loaded.library)
        assert [(item.code, item.place) for item in read.problems] == []
        confidential = read.library
    own = deadline or DeadlinePolicy()
    return Subject(
        loaded.library,
        settings or LintSettings(),
        deadline=own,
        confidential=confidential,
        only=only,
        speller=speller,
    )


def _write(root: Path, some: Iterable[Files]) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for files in some:
        for name, text in files.items():
            path = root / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def found(rule: Rule, judged: Subject) -> list[str]:
    """What a rule finds: ``file:line detail``, sorted; the folder and the suffix are left out."""
    problems = sorted(set(lint(judged, (rule,))), key=sort_key)
    for item in problems:
        assert item.code is rule.code
        assert CANARY not in f"{item.message} {item.hint}"
    return [f"{where(item)} {item.detail}".rstrip() for item in problems]


def hints(rule: Rule, judged: Subject) -> list[str]:
    """What a rule advises, in order of the places."""
    return [item.hint for item in sorted(lint(judged, (rule,)), key=sort_key)]


def where(item: Problem) -> str:
    """``figures/a:8``; a confidential file begins with ``!``."""
    file = item.place.file.removeprefix("content/").removesuffix(".yaml")
    name = file.removeprefix("public/").replace("confidential/", "!")
    return f"{name}:{item.place.line}"


def passage(text: str, kind: Kind = Kind.PROSE, *, confidential: bool = False) -> Passage:
    """A text that begins at the first character of a file."""
    return Passage(Prose(text, Place("a.yaml", 1, 1, confidential)), kind, "a")


def remarks(rule: PassageRule, text: str, settings: LintSettings | None = None) -> list[str]:
    """The words that a rule finds in public prose, each checked to stand where the rule says."""
    read = passage(text)
    own = settings or LintSettings()
    for item in judge_passage(rule, read, own):
        rest = "\n".join(text.split("\n")[item.place.line - 1 :])[item.place.column - 1 :]
        assert " ".join(rest.split()).startswith(" ".join(item.detail.split()))
    return [item.detail for item in judge_passage(rule, read, own)]
