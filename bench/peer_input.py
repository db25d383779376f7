"""Makes what docxtpl is given: the text of a built answer as data, and a template that sets it.

So both programs make a document of the same words. docxtpl gets the easier one: without links, footnotes,
cross references and pictures.
"""

import json
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

HEADINGS = {"Title": 0, "Heading 1": 1, "Heading 2": 2, "Heading 3": 3}


def write_peer_input(built: Path, folder: Path) -> None:
    """Write ``context.json`` and ``template.docx`` into the folder, from the document ``built``."""
    items = [
        describe_table(item) if isinstance(item, Table) else describe_paragraph(item)
        for item in docx.Document(str(built)).iter_inner_content()
    ]
    context = json.dumps({"items": items}, ensure_ascii=False)
    (folder / "context.json").write_text(context, encoding="utf-8")
    template().save(str(folder / "template.docx"))


def describe_paragraph(paragraph: Paragraph) -> dict[str, object]:
    """A heading with its level, or a paragraph, and the text."""
    name = paragraph.style.name if paragraph.style else None
    level = HEADINGS.get(name or "")
    kind = "paragraph" if level is None else f"heading{level}"
    return {"kind": kind, "text": paragraph.text}


def describe_table(table: Table) -> dict[str, object]:
    """A table's rows of texts, the header first."""
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return {"kind": "table", "header": rows[0], "rows": rows[1:]}


def template() -> Document:
    """A template that prints the items in their order, each in the style of its kind."""
    document = docx.Document()
    document.add_paragraph("{%p for item in items %}")
    for level in HEADINGS.values():
        document.add_paragraph(f"{{%p if item.kind == 'heading{level}' %}}")
        document.add_heading("{{ item.text }}", level)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if item.kind == 'paragraph' %}")
    document.add_paragraph("{{ item.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if item.kind == 'table' %}")
    add_table(document)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    return document


def add_table(document: Document) -> None:
    """Add a table with a row per row of the item and a cell per cell."""
    table = document.add_table(rows=4, cols=3, style="Table Grid")
    lines = (
        ("{%tc for cell in item.header %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr for row in item.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
