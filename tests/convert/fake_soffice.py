"""Stands in for LibreOffice: takes its arguments, and does what the variable ``FAKE_SOFFICE`` says.

Run by the Python that runs the tests, so it works wherever they do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from answerkit.verify.page.word import word_lines

PRODUCER = "LibreOffice 25.2.3.2 (X86_64) / LibreOffice Community"
OLD = "LibreOffice 7.4.7.2 (X86_64) / LibreOffice Community"

BROKEN = {
    "empty": b"",
    "half": b"%PDF-1.7\nhalf",
    "other": b"PK\x03\x04%%EOF",
    "pageless": b"%PDF-1.7\nnothing that could be read\n%%EOF\n",
}


def main(arguments: list[str]) -> int:
    """Convert the files that the arguments name, or fail in one of the ways in which LibreOffice does."""
    mode = os.environ.get("FAKE_SOFFICE", "good")
    log = Path(os.environ.get("FAKE_LOG", os.devnull))
    with log.open("a", encoding="utf-8") as stream:
        print("\t".join([*arguments, os.environ["TMPDIR"]]), file=stream)
    if mode == "hang":
        hang(log.with_suffix(".pid"))
    position = arguments.index("--outdir") + 1
    for name in arguments[position + 1 :]:
        target = Path(arguments[position]) / f"{Path(name).stem}.pdf"
        if mode in BROKEN:
            target.write_bytes(BROKEN[mode])
        elif mode != "nothing":
            write(Path(name), target, mode)
    return 1 if mode == "nothing" else 0


def hang(pid: Path) -> None:
    """Start a process, leave its number, and wait for ever."""
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    pid.write_text(str(sleeper.pid), encoding="ascii")
    time.sleep(600)


def write(word: Path, target: Path, mode: str) -> None:
    """A PDF of one page with the properties and bookmarks of a built Word file."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    try:
        lines = word_lines(word.read_bytes())
    except (LookupError, ValueError):
        lines = ()
    title = lines[2].text if lines else "Rettet"
    author = lines[0].text if lines else "Ukendt"
    writer.metadata = {
        "/Title": title,
        "/Author": author,
        "/Creator": "Writer",
        "/Producer": OLD if mode == "old" else PRODUCER,
    }
    for line in lines:
        if line.kind in ("h2", "h3", "h4", "h5"):
            writer.add_outline_item(title=line.text, page_number=0)
    catalog = writer.root_object
    catalog[NameObject("/Lang")] = TextStringObject("da-DK")
    catalog[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})  # noqa: FBT003
    catalog[NameObject("/StructTreeRoot")] = DictionaryObject()
    if mode == "attached":
        writer.add_attachment("bilag.txt", b"indhold")
    writer.write(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
