"""Files that other programs made are read as a whole, and nothing is found that is not there."""

from pathlib import Path

import pytest

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.scan import Scanner
from answerkit.lanes.scan_files import ScanRequest, run_scan
from answerkit.model.finding import Finding, Gate
from answerkit.model.result import Scanned
from answerkit.verify.secrets.derive import from_texts

FOLDER = Path(__file__).with_name("files")
FILES = sorted(file for file in FOLDER.iterdir() if file.suffix != ".md")
SCANNER = Scanner(clearance=Clearance(from_texts(["Mogens Falkesgaard"])))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_name_in_a_foreign_file_is_found(file: Path) -> None:
    found = [item for item in SCANNER.scan(file.name, file.read_bytes()) if item.gate is Gate.CONTENT]
    assert {item.code for item in found} == {"C102"}


USUAL = {
    "brev.doc": {"U111"},
    "brev.docx": set(),
    "brev.odt": {"H117"},
    "brev.pdf": set(),
    "brev.rtf": set(),
    "tal.xlsx": {"H112"},
}
"""What these programs leave in any file."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_else_is_found_in_it(file: Path) -> None:
    assert {item.code for item in Scanner().scan(file.name, file.read_bytes())} == USUAL[file.name]


def test_a_folder_of_them_gets_a_verdict_each() -> None:
    events = list(run_scan(ScanRequest((FOLDER,))))
    assert sum(isinstance(event, Scanned) for event in events) == len(FILES) + 1
    assert not any(event.gate is Gate.PATTERN for event in events if isinstance(event, Finding))
