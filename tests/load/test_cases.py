"""One change to a sound project for each way of being wrong: what is reported, and where.

Beside each stands a twin: the nearest change that is right, of which nothing must be said.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from answerkit.model.problem import Problem
from load.projects import (
    ANSWER,
    ASSET,
    BLOCK,
    CLOSED_BLOCK,
    FIGURE,
    FRAME,
    GROUND,
    NEW_LAW,
    OLD_LAW,
    TERM,
    Project,
    said,
    sound_project,
)


@dataclass(frozen=True, slots=True)
class Case:
    """In ``file``, ``old`` becomes ``new``; ``found`` are the problems, by ``said``, of that file alone."""

    name: str
    file: str
    old: str
    new: str
    found: tuple[str, ...] = ()


def _case(name: str, file: str, old: str, new: str, *found: str) -> Case:
    return Case(name, file, old, new, found)


def _chart(name: str, figures: str, key: str, *found: str) -> Case:
    """A chart behind the picture."""
    chart = f"- picture: trekant\n      - {figures}\n        {key}\n        caption: D"
    return _case(name, ANSWER, "- picture: trekant", chart, *found)


WRONG = (
    # keys and values
    _case("unknown key", BLOCK, "owner:", "ejer:", "tus:4:1 AK201"),
    _case("laws of another kind", BLOCK, "note:", "laws: [ny-lov]\nnote:", "tus:7:1 AK201"),
    _case("unknown key of a value", FIGURE, "    note: Skøn.", "    noter: Skøn.", "sager:19:5 AK201"),
    _case(
        "unknown key of an item",
        ANSWER,
        "- picture: trekant",
        "- billede: trekant",
        "svar:29:9 AK201",
        "svar:29:9 AK204",
    ),
    _case("empty key", BLOCK, "note:", "? \n: x\nnote:", "tus:7:2 AK201"),
    _case("missing key", BLOCK, "title: TUS\n", "", "tus:1:1 AK202"),
    _case("missing key of a value", FIGURE, "    value: [100, 120]\n", "", "sager:16:5 AK202"),
    _case("missing list", FIGURE, "values:", "andre:", "sager:1:1 AK202", "sager:9:1 AK201"),
    _case("missing record", ANSWER, "enquiry:", "enquiries:", "svar:1:1 AK202", "svar:9:1 AK201"),
    _case("number as text", BLOCK, "title: TUS", "title: 2021", "tus:3:8 AK203"),
    _case("boolean as text", BLOCK, "title: TUS", "title: true", "tus:3:8 AK203"),
    _case("null as text", BLOCK, "title: TUS", "title: null", "tus:3:8 AK203"),
    _case("nothing as text", BLOCK, "title: TUS", "title:", "tus:3:7 AK203"),
    _case("list as text", BLOCK, "title: TUS", "title: [TUS]", "tus:3:8 AK203"),
    _case("list as prose", BLOCK, "text: |-", "text:\n  - x\nnote2: |-", "tus:9:3 AK203", "tus:10:1 AK201"),
    _case(
        "number as prose", ANSWER, "background: |-\n    Partiet spørger.", "background: 5", "svar:12:15 AK203"
    ),
    _case("blank text", BLOCK, "title: TUS", 'title: " "', "tus:3:8 AK204"),
    _case("lines in a line", BLOCK, "title: TUS", 'title: "T\\nUS"', "tus:3:8 AK204"),
    _case("space before a line", BLOCK, "title: TUS", 'title: " TUS"', "tus:3:8 AK204"),
    _case(
        "empty line in a caption",
        ASSET,
        "caption: Trekanten",
        "caption: |-\n  A\n\n  B",
        "trekant:3:10 AK204",
    ),
    _case("blank prose", BLOCK, "note: Skal ses igennem.", "note: |-\n", "tus:7:7 AK204"),
    _case("Danish date", BLOCK, "2021-11-08", "8.11.2021", "tus:5:11 AK203"),
    _case("date without zeros", BLOCK, "2021-11-08", "2021-11-8", "tus:5:11 AK203"),
    _case("no such day", BLOCK, "2021-11-08", "2021-02-30", "tus:5:11 AK204"),
    _case("list as date", BLOCK, "2021-11-08", "[2021-11-08]", "tus:5:11 AK203"),
    _case("quoted number", FIGURE, "14.80", '"14.80"', "sager:12:12 AK203"),
    _case("comma in a number", FIGURE, "14.80", "14,80", "sager:12:12 AK203"),
    _case("leading zero", FIGURE, "14.80", "014", "sager:12:12 AK203"),
    _case("power of ten", FIGURE, "14.80", "1e3", "sager:12:12 AK204"),
    _case("infinite", FIGURE, "14.80", ".inf", "sager:12:12 AK204"),
    _case("hexadecimal", FIGURE, "14.80", "0x1F", "sager:12:12 AK204"),
    _case("too many digits", FIGURE, "14.80", "1" * 16, "sager:12:12 AK204"),
    _case("range upside down", FIGURE, "[100, 120]", "[120, 100]", "sager:17:12 AK204"),
    _case("range of text", FIGURE, "[100, 120]", "[få, 100]", "sager:17:12 AK203"),
    _case("range to text", FIGURE, "[100, 120]", "[100, mange]", "sager:17:12 AK203"),
    _case("three numbers", FIGURE, "[100, 120]", "[100, 110, 120]", "sager:17:12 AK203"),
    _case("below nothing", FIGURE, "{below: 5}", "{below: 0}", "sager:21:12 AK204"),
    _case("below a fraction", FIGURE, "{below: 5}", "{below: 2.5}", "sager:21:12 AK204"),
    _case("below text", FIGURE, "{below: 5}", "{below: fem}", "sager:21:12 AK203"),
    _case("above", FIGURE, "{below: 5}", "{above: 5}", "sager:21:12 AK203"),
    _case("unknown choice", FIGURE, "counts: cases", "counts: sager", "sager:7:9 AK204"),
    _case("list as choice", FIGURE, "counts: cases", "counts: [cases]", "sager:7:9 AK204"),
    _case("no values", FIGURE, "values:\n", "values: []\nandre:\n", "sager:9:9 AK204", "sager:10:1 AK201"),
    _case("values in no order", FIGURE, "2021-12-31", "2023-12-31", "sager:16:5 AK204"),
    _case("two values of a day", FIGURE, "2021-12-31", "2022-12-31", "sager:16:5 AK204"),
    _case("period upside down", FIGURE, "2022-01-01", "2023-01-01", "sager:11:18 AK204"),
    _case("text as list", FRAME, "laws:\n  - ny-lov\n  - gammel-lov", "laws: ny-lov", "unge:4:7 AK203"),
    _case(
        "text as record",
        ANSWER,
        "    withheld:\n      grounds: [paragraf-27]",
        "    withheld: ja",
        "svar:41:15 AK203",
    ),
    _case("list as pins", ANSWER, "pins:\n  sager: 2021-12-31", "pins: [sager]", "svar:7:7 AK203"),
    _case("yes", GROUND, "public: true", "public: yes", "paragraf-27:5:9 AK203"),
    _case("quoted boolean", GROUND, "public: true", 'public: "true"', "paragraf-27:5:9 AK203"),
    _case("http", NEW_LAW, "https://", "http://", "ny-lov:6:6 AK204"),
    _case("address with a user", NEW_LAW, "https://", "https://a@", "ny-lov:6:6 AK204"),
    _case("address with a space", NEW_LAW, "/eli/", "/e li/", "ny-lov:6:6 AK204"),
    _case("address that is a list", NEW_LAW, "url: https", "url: [https", "ny-lov:6:6 AK107"),
    _case("end before beginning", OLD_LAW, "2023-12-31", "2000-12-31", "gammel-lov:9:14 AK204"),
    _case("no width", ASSET, "90.5", "0", "trekant:6:11 AK204"),
    _case("wider than the page", ASSET, "90.5", "211", "trekant:6:11 AK204"),
    _case("width as text", ASSET, "90.5", "9 cm", "trekant:6:11 AK203"),
    _case("no alternative text", ASSET, "alt: En trekant med\n  tre felter.\n", "", "trekant:1:1 AK502"),
    # head of the file
    _case("no id", BLOCK, "id: measure/tus\n", "", "tus:1:1 AK202"),
    _case("another id", BLOCK, "id: measure/tus", "id: measure/tos", "tus:1:5 AK207"),
    _case("id without its folder", BLOCK, "id: measure/tus", "id: tus", "tus:1:5 AK207"),
    _case("no classification", TERM, "classification: public\n", "", "MSB:1:1 AK205"),
    _case(
        "unknown classification",
        TERM,
        "classification: public",
        "classification: offentlig",
        "MSB:2:17 AK205",
    ),
    _case(
        "classification with a capital",
        TERM,
        "classification: public",
        "classification: Public",
        "MSB:2:17 AK205",
    ),
    _case(
        "tagged classification",
        TERM,
        "classification: public",
        "classification: !!str public",
        "MSB:2:17 AK109",
        "MSB:2:17 AK205",
    ),
    _case(
        "list as classification", TERM, "classification: public", "classification: [public]", "MSB:2:17 AK205"
    ),
    _case(
        "classification against the folder",
        TERM,
        "classification: public",
        "classification: confidential",
        "MSB:2:17 AK206",
    ),
    # references
    _case("missing block", ANSWER, "block: measure/tus", "block: measure/tut", "svar:28:16 AK301"),
    _case("missing figure", ANSWER, "table: [sager]", "table: [sag]", "svar:34:21 AK301"),
    _case("missing total", ANSWER, "total: sager", "total: i-alt", "svar:37:20 AK301"),
    _chart("a figure that is missing", "chart: [borgere]", "id: d", "svar:30:17 AK301"),
    _chart("a chart without name", "chart: [sager]", "caption: D", "svar:30:9 AK202", "svar:32:9 AK108"),
    _chart("a chart without bars", "chart: []", "id: d", "svar:30:16 AK204"),
    _chart("too many bars", f"chart: [{', '.join(['sager'] * 13)}]", "id: d", "svar:30:16 AK204"),
    _chart("a chart named as the table", "chart: [sager]", "id: tabel-sager", "svar:38:17 AK303"),
    _chart("a total of a chart", "chart: [sager]", "total: sager\n        id: d", "svar:31:9 AK201"),
    _case("missing picture", ANSWER, "picture: trekant", "picture: cirkel", "svar:29:18 AK301"),
    _case("missing ground", ANSWER, "[paragraf-27]", "[paragraf-28]", "svar:42:17 AK301"),
    _case("missing section", ANSWER, "[indledning, tal]", "[indledning, talt]", "svar:17:33 AK301"),
    _case("missing law", FRAME, "  - ny-lov", "  - nyere-lov", "unge:5:5 AK301"),
    _case("missing figure of a pin", ANSWER, "  sager: 2021-12-31", "  sag: 2021-12-31", "svar:8:3 AK301"),
    _case("pin to another day", ANSWER, "  sager: 2021-12-31", "  sager: 2021-12-30", "svar:8:3 AK301"),
    _case("pin to a day to come", ANSWER, "dated: 2022-12-31", "dated: 2021-12-30", "svar:8:3 AK308"),
    _case("pin to no day", ANSWER, "  sager: 2021-12-31", "  sager: i fjor", "svar:8:10 AK203"),
    _case(
        "law that supersedes itself",
        NEW_LAW,
        "valid_from",
        "superseded_by: [ny-lov]\nvalid_from",
        "ny-lov:7:17 AK302",
    ),
    _case("section twice", ANSWER, "  - id: fortroligt", "  - id: tal", "svar:39:9 AK303"),
    _case("table named as a section", ANSWER, "id: tabel-sager", "id: tal", "svar:35:17 AK303"),
    _case("section named as a picture", ANSWER, "  - id: fortroligt", "  - id: trekant", "svar:39:9 AK303"),
    _case("question twice", ANSWER, "id: q3", "id: q1", "svar:21:11 AK303"),
    _case("ground that may not be named", ANSWER, "[paragraf-27]", "[paragraf-8]", "svar:42:17 AK304"),
    _case(
        "withheld with content",
        ANSWER,
        "    withheld:",
        "    content:\n      - block: measure/tus\n    withheld:",
        "svar:42:7 AK305",
    ),
    _case(
        "withheld with sections",
        ANSWER,
        "    withheld:",
        "    sections:\n      - id: x\n        heading: X\n    withheld:",
        "svar:42:7 AK305",
    ),
    _case(
        "question without outcome", ANSWER, "      answered_in: [indledning, tal]\n", "", "svar:16:13 AK310"
    ),
    _case(
        "question with two outcomes",
        ANSWER,
        "      declined:",
        "      deferred: Senere.\n      declined:",
        "svar:22:13 AK310",
    ),
    _case("answered nowhere", ANSWER, "[indledning, tal]", "[]", "svar:17:20 AK204"),
    _case("withheld without ground", ANSWER, "[paragraf-27]", "[]", "svar:42:16 AK311"),
    _case(
        "withheld without grounds",
        ANSWER,
        "      grounds: [paragraf-27]",
        "      ground: paragraf-27",
        "svar:42:7 AK201",
        "svar:42:7 AK311",
    ),
    _case(
        "four levels",
        ANSWER,
        "          - block: framework/unge\n",
        "          - block: framework/unge\n        sections:\n          - id: x\n            heading: X\n"
        "            sections:\n              - id: y\n                heading: Y\n",
        "svar:43:15 AK204",
    ),
    _case("section with a capital", ANSWER, "  - id: fortroligt", "  - id: Fortroligt", "svar:39:9 AK204"),
    _case(
        "item of two kinds",
        ANSWER,
        "- block: measure/tus",
        "- block: measure/tus\n        picture: trekant",
        "svar:28:9 AK204",
    ),
    _case("text as item", ANSWER, "- block: measure/tus", "- measure/tus", "svar:28:9 AK203"),
    _case("empty table", ANSWER, "table: [sager]", "table: []", "svar:34:20 AK204"),
    # YAML
    _case("key twice", BLOCK, "owner:", "title:", "tus:4:1 AK108"),
    _case("quoted key twice", BLOCK, "owner:", '"title":', "tus:4:1 AK108"),
    _case("anchor", BLOCK, "title: TUS", "title: &a TUS", "tus:3:8 AK109"),
    _case(
        "anchor and alias",
        BLOCK,
        "title: TUS\nowner: Ungecenter",
        "title: &a TUS\nowner: *a",
        "tus:3:8 AK109",
        "tus:4:8 AK109",
    ),
    _case("alias as key", BLOCK, "title: TUS", "title: &a TUS\n*a : x", "tus:3:8 AK109", "tus:4:1 AK109"),
    _case("merge", BLOCK, "title: TUS", "title: TUS\n<<: {owner: A}", "tus:4:1 AK109"),
    _case("tag", BLOCK, "title: TUS", "title: !!str TUS", "tus:3:8 AK109"),
    _case("tag of nothing", BLOCK, "title: TUS", "title: ! TUS", "tus:3:8 AK109"),
    _case("tag without a handle", BLOCK, "title: TUS", "title: !a!b TUS", "tus:3:8 AK109"),
    _case("tagged prose", BLOCK, "text: |-", "text: !!str\n  |-", "tus:8:7 AK109"),
    _case("tagged list", FRAME, "laws:\n  -", "laws: !!seq\n  -", "unge:4:7 AK109"),
    _case("tagged record", ANSWER, "enquiry:\n", "enquiry: !!map\n", "svar:9:10 AK109"),
    _case("tagged pins", ANSWER, "pins:\n", "pins: !!map\n", "svar:7:7 AK109"),
    _case("second document", BLOCK, "text: |-\n", "text: |-\n  A\n---\nb: |-\n", "tus:10:1 AK107"),
    _case("directive", BLOCK, "id: measure/tus", "%YAML 1.1\n---\nid: measure/tus", "tus:1:1 AK107"),
    _case("list as key", BLOCK, "title: TUS", "title: TUS\n? [a]\n: b", "tus:4:3 AK107"),
    _case("colon in a value", BLOCK, "title: TUS", "title: TUS: et tilbud", "tus:3:11 AK107"),
    _case("open quote", BLOCK, "title: TUS", 'title: "TUS', "tus:3:8 AK107"),
    _case("dash in brackets", FRAME, "laws:\n", "laws: [\n", "unge:5:3 AK107"),
    _case("open bracket", FRAME, "laws:\n  - ny-lov\n  - gammel-lov", "laws: [ny-lov", "unge:4:7 AK107"),
    _case("no colon", BLOCK, "owner: Ungecenter", "owner Ungecenter", "tus:4:1 AK107"),
    _case("special character", BLOCK, "title: TUS", "title: @TUS", "tus:3:8 AK107"),
    _case("unknown escape", BLOCK, "title: TUS", 'title: "C:\\TUS"', "tus:3:11 AK107"),
    _case("wrong indentation", BLOCK, "  Det er frivilligt.", " Det er frivilligt.", "tus:10:2 AK107"),
    # characters
    _case("tab for indentation", BLOCK, "  Det er", "\tDet er", "tus:10:1 AK111"),
    _case("tab in prose", BLOCK, "Det er", "Det\ter", "tus:10:6 AK111"),
    _case("zero width space", BLOCK, "Det er", "Det\u200b er", "tus:10:6 AK111"),
    _case("soft hyphen", BLOCK, "frivilligt", "frivil\u00adligt", "tus:10:16 AK111"),
    _case("bidirectional override", BLOCK, "title: TUS", "title: \u202eTUS", "tus:3:8 AK111"),
    _case("private use", BLOCK, "title: TUS", "title: \ue000TUS", "tus:3:8 AK111"),
    _case("escape", BLOCK, "title: TUS", "title: \x1bTUS", "tus:3:8 AK111"),
    _case("written as an escape", BLOCK, "title: TUS", 'title: "T\\u200bUS"', "tus:3:8 AK111"),
    _case("tab as an escape", BLOCK, "title: TUS", 'title: "T\\tUS"', "tus:3:8 AK111"),
    _case("second byte order mark", BLOCK, "Det er", "Det \ufeffer", "tus:10:7 AK111"),
    _case("carriage return", BLOCK, "Det er", "Det \rer", "tus:10:7 AK111"),
    _case("behind a wide character", BLOCK, "Det er", "😀\u200bDet er", "tus:10:4 AK111"),
    _case(
        "hidden and more",
        BLOCK,
        "title: TUS",
        "titel: T\u200bUS",
        "tus:1:1 AK202",
        "tus:3:1 AK201",
        "tus:3:9 AK111",
    ),
)

RIGHT = (
    _chart("as many bars as there can be", f"chart: [{', '.join(['sager'] * 12)}]", "id: d"),
    _case("fewer keys", BLOCK, "owner: Ungecenter\n", ""),
    _case("quoted text", BLOCK, "title: TUS", "title: 'TUS'"),
    _case("quoted number as text", BLOCK, "title: TUS", 'title: "2021"'),
    _case("no", BLOCK, "title: TUS", "title: no"),
    _case("off", BLOCK, "title: TUS", "title: Off"),
    _case("leading zero as text", BLOCK, "title: TUS", "title: 0101671234"),
    _case("sexagesimal", BLOCK, "title: TUS", "title: 12:30:45"),
    _case("old octal with underscore", BLOCK, "title: TUS", "title: 1_000"),
    _case("date as text", BLOCK, "title: TUS", "title: 2021-11-08"),
    _case("literal line", BLOCK, "title: TUS", "title: |\n  TUS"),
    _case("folded line", BLOCK, "title: TUS", "title: >-\n  TUS\n  er"),
    _case("quoted key", BLOCK, "title: TUS", '"title": TUS'),
    _case("quoted date", BLOCK, "2021-11-08", '"2021-11-08"'),
    _case("leap day", BLOCK, "2021-11-08", "2024-02-29"),
    _case("several lines of note", BLOCK, "note: Skal ses igennem.", "note: |-\n  A\n\n  B"),
    _case("caption in lines", ASSET, "caption: Trekanten", "caption: |-\n  A\n  B"),
    _case("whole number", FIGURE, "14.80", "14"),
    _case("negative number", FIGURE, "14.80", "-0.5"),
    _case("range of one", FIGURE, "[100, 120]", "[100, 100]"),
    _case("range in lines", FIGURE, "value: [100, 120]", "value:\n      - 100\n      - 120"),
    _case("period of a day", FIGURE, "2022-01-01", "2022-12-31"),
    _case("capital boolean", GROUND, "public: true", "public: True"),
    _case("address with a query", NEW_LAW, "/eli/lta/2022/2", "/eli?x=1&y=æ#§2"),
    _case("address with a port", NEW_LAW, "dk/eli", "dk:443/eli"),
    _case("in force for a day", OLD_LAW, "2023-12-31", "2001-01-01"),
    _case("no laws", FRAME, "laws:\n  - ny-lov\n  - gammel-lov\n", "laws: []\n"),
    _case("widest", ASSET, "90.5", "210"),
    _case("quoted classification", TERM, "classification: public", "classification: 'public'"),
    _case("comment behind the classification", TERM, "classification: public", "classification: public # ja"),
    _case("no expansion", TERM, "expansion: Sociale Forhold\n", ""),
    _case("block twice", ANSWER, "- block: framework/unge", "- block: measure/tus"),
    _case(
        "three levels",
        ANSWER,
        "          - block: framework/unge\n",
        "          - block: framework/unge\n        sections:\n          - id: x\n            heading: X\n",
    ),
    _case("no total", ANSWER, "            total: sager\n", ""),
    _case("no pins", ANSWER, "pins:\n  sager: 2021-12-31\n", ""),
    _case("pin to the newest", ANSWER, "  sager: 2021-12-31", "  sager: 2022-12-31"),
    _case("answered in what is withheld", ANSWER, "[indledning, tal]", "[fortroligt]"),
    _case(
        "start and end of a document",
        TERM,
        "expansion: Sociale Forhold\n",
        "expansion: Sociale Forhold\n...\n",
    ),
    _case("comment", BLOCK, "title: TUS", "# en note: til os\ntitle: TUS"),
    _case("no-break spaces", BLOCK, "Det er", "Det\u00a0er\u202f"),
    _case("wide and foreign characters", BLOCK, "Det er", "Det er 😀 – »§ 27« …  ½ × ≥ Ж 中"),
    _case("hash in prose", BLOCK, "Det er", "# Det er: &a *b !c"),
    _case("quoted merge key", CLOSED_BLOCK, "title: Forløb", "title: '<<'"),
    _case("crlf", BLOCK, "title: TUS\n", "title: TUS\r\n"),
)


def _problems(project: Project, case: Case) -> list[Problem]:
    problems = (*project.public().problems, *project.confidential().problems)
    return [item for item in problems if item.place.file == case.file]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_what_is_wrong_is_found_where_it_stands(case: Case, tmp_path: Path) -> None:
    project = sound_project(tmp_path)
    project.change(case.file, case.old, case.new)
    assert said(_problems(project, case)) == list(case.found)


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case.name)
def test_what_is_right_is_let_through(case: Case, tmp_path: Path) -> None:
    project = sound_project(tmp_path)
    project.change(case.file, case.old, case.new)
    assert said((*project.public().problems, *project.confidential().problems)) == []
