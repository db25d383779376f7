"""What programs read of a run."""

from __future__ import annotations

import json

from answerkit import __version__
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Place, problem
from answerkit.model.result import Extent, FileResult, Note, Status, Walled
from answerkit.report.json_text import as_json
from answerkit.report.tally import Tally


def test_the_whole_of_a_run() -> None:
    tally = Tally()
    for event in (
        Walled("tripwire"),
        Note("husk"),
        FileResult("a", Edition.CONFIDENTIAL, Status.BUILT, "outputs/confidential/a.docx"),
        FileResult("a", Edition.PUBLIC, Status.BUILT, "p", extent=Extent(3, 2, 1), sha256="ab", backup="q"),
        FileResult("b", Edition.PUBLIC, Status.FAILED, "r"),
        problem(Code.AK102, Place("f", 1, 2), hint="gør noget").with_excerpt("kildelinjen"),
        Finding("p", "word/x.xml", "body", Gate.STRUCTURE, "P1", "et nummer", kind="cpr", length=11),
    ):
        tally.add(event)
    tree = json.loads(as_json(tally))
    assert tree.pop("notes")[-1] == "husk"
    assert tree == {
        "version": __version__,
        "exit": 4,
        "wall": "tripwire",
        "results": [
            {
                "answer": "a",
                "edition": "public",
                "status": "built",
                "path": "p",
                "words": 3,
                "blocks": 2,
                "figures": 1,
                "sha256": "ab",
                "backup": "q",
            },
            {
                "answer": "a",
                "edition": "confidential",
                "status": "built",
                "path": "outputs/confidential/a.docx",
            },
            {"answer": "b", "edition": "public", "status": "failed", "path": "r", "sha256": "", "backup": ""},
        ],
        "problems": [
            {
                "file": "f",
                "line": 1,
                "column": 2,
                "code": "AK102",
                "severity": "error",
                "message": "filen er tom",
                "hint": "gør noget",
            }
        ],
        "findings": [
            {
                "file": "p",
                "line": 0,
                "part": "word/x.xml",
                "place": "body",
                "gate": "structure",
                "code": "P1",
                "severity": "error",
                "class": "cpr",
                "length": 11,
                "message": "et nummer",
            }
        ],
    }
