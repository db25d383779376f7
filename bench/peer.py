"""Renders documents with docxtpl, as a program of its own would: ``peer.py FOLDER COUNT``.

The folder holds ``template.docx`` and ``context.json``; the documents land beside them. A line per document
is printed, so that whoever measures sees how far it has come.
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # docxtpl has no type information


def main(folder: Path, count: int) -> None:
    """Render the same content ``count`` times, each time into another file."""
    context = json.loads((folder / "context.json").read_text(encoding="utf-8"))
    for number in range(1, count + 1):
        template = DocxTemplate(folder / "template.docx")
        template.render(context, autoescape=True)
        template.save(folder / f"{number}.docx")
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
