"""The words of an answer's public edition, put together from the YAML files without the program."""

import re
from pathlib import Path
from typing import Any, TypeAlias

import yaml

CONTENT = Path(__file__).parents[2] / "content"
PUBLIC = CONTENT / "public"
CONFIDENTIAL = CONTENT / "confidential"
EXPRESSION = re.compile(r'\{\{ (figure|law|term|ref)\("([^"]+)"\) \}\}')

Yaml: TypeAlias = Any


def record(collection: Path, name: str) -> Yaml:
    """A file's keys and values; every scalar is a string."""
    return yaml.load((collection / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only


def quantity(figure: Yaml) -> str:
    """The newest value with its unit, e.g. ``ca. 100–120 sager``."""
    newest = figure["values"][0]
    value = newest["value"]
    number = "–".join(value) if isinstance(value, list) else value.replace(".", ",")
    return f"{'ca. ' if newest.get('precision') == 'circa' else ''}{number} {figure['unit']}"


class Reader:
    """Reads one answer in the order of its pages; a term is spelt out where it first stands."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def prose(self, text: str) -> str:
        """The prose with its expressions replaced, on one line and without emphasis."""
        return " ".join(EXPRESSION.sub(self._replace, text).replace("*", "").split())

    def _replace(self, found: re.Match[str]) -> str:
        name = found[2]
        match found[1]:
            case "figure":
                return quantity(record(PUBLIC / "figures", name))
            case "law":
                return str(record(PUBLIC / "laws", name)["short"])
            case "term":
                return self._term(name)
            case _:
                return f"[{name}]"

    def _term(self, name: str) -> str:
        expansion = record(PUBLIC / "terms", name).get("expansion", "")
        if name in self._met or not expansion:
            return name
        self._met.add(name)
        return f"{expansion} ({name})"

    def answer(self, name: str) -> list[str]:
        """The answer's paragraphs, tables' rows and captions."""
        answer = record(PUBLIC / "answers", name)
        enquiry = answer["enquiry"]
        lines = [answer["title"], answer.get("date_note", ""), self.prose(enquiry["background"])]
        for question in enquiry["questions"]:
            lines += [question["text"], question.get("deferred", "")]
        return lines + self._sections(answer["sections"])

    def _sections(self, sections: Yaml) -> list[str]:
        lines: list[str] = []
        for section in sections:
            lines.append(section["heading"])
            for item in section.get("content", []):
                lines += self._item(item)
            lines += self._sections(section.get("sections", []))
        return lines

    def _item(self, item: Yaml) -> list[str]:
        if "block" in item:
            block = record(PUBLIC / "blocks", item["block"])
            return [block["title"], self.prose(block["text"])]
        if "picture" in item:
            return [record(PUBLIC / "assets", item["picture"])["caption"]]
        figures = [record(PUBLIC / "figures", name) for name in item["table"]]
        return [item["caption"], *(f"{figure['title']}: {quantity(figure)}" for figure in figures)]
