"""Makes PDF files of Word files and judges them: accessible, and the same text in the same order.

Usage: ``python -m tools.pages FOLDER FILE...``. Writes ``FOLDER/PARENT-NAME.pdf`` for each file, by the same
settings as ``answerkit build --pdf`` and in one run of LibreOffice. Exits with 1 when anything is wrong.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import page

from answerkit.convert.office import find_office
from answerkit.convert.pdf import Converted, convert
from answerkit.verify.page.line import Line
from answerkit.verify.page.word import word_lines

_TOKEN = re.compile(r"[^\W\d_]+|\S")
_SAID_BY_THE_PAGE = "Side af"
_MARK = re.compile(r"[a-z]|[ivx]{1,4}|[^\w]|\d")
"""What lists and footnotes put before a text: ``a)``, ``iv.``, ``•``, ``3``."""
_NOT_IN_THE_TEXT = ("picture", "row", "footnote")
_REPEATED = ("publisher", "banner", "head")


def main(folder: Path, files: Sequence[Path]) -> int:
    """Convert and judge the files, print what is wrong, and give the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for file, pdf in zip(files, _converted(files, folder), strict=True):
        if isinstance(pdf, bytes):
            target = folder / f"{file.parent.name}-{file.stem}.pdf"
            target.write_bytes(pdf)
            complaints = [*inaccessible(pdf), *differences(word_lines(file.read_bytes()), text_of(target))]
        else:
            complaints = [pdf.meaning]
        print(f"{file}: {'; '.join(complaints) or 'as it should be'}")
        wrong += len(complaints)
    return 1 if wrong or not files else 0


def _converted(files: Sequence[Path], home: Path) -> tuple[Converted, ...]:
    work = convert(find_office(None, os.environ), [file.read_bytes() for file in files], home)
    while True:
        try:
            next(work)
        except StopIteration as done:
            made: tuple[Converted, ...] = done.value
            return made


def inaccessible(pdf: bytes) -> Iterator[str]:
    """Where a PDF breaks PDF/UA-1; that it has no pages is broken enough."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    yield from (f"{failure.rule_id}: {failure.message}" for failure in report.failures)
    if not report.document.page_count:
        yield "no pages"


def text_of(pdf: Path) -> str:
    """The text of all pages, in the order in which it is drawn."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")  # noqa: S603


def differences(lines: Sequence[Line], text: str) -> Iterator[str]:
    """What the pages leave out, tell in another order, or add to the lines of the Word file.

    Pages add header and footer, marks of lists and footnotes, and the heading row of a table that goes on.
    Footnotes stand where their page ends, so each is looked for by itself.
    """
    notes = [line.text for line in lines if line.kind.startswith("footnote")]
    body = [line for line in lines[2:] if not line.kind.startswith(_NOT_IN_THE_TEXT)]
    repeated = [line.text for line in lines if line.kind.startswith(_REPEATED)]
    expected, shown = _tokens(" ".join(line.text for line in body)), _tokens(text)
    added = frozenset(_tokens(" ".join((*repeated, *notes, _SAID_BY_THE_PAGE))))
    matcher = SequenceMatcher(None, expected, shown, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        missing, more = expected[start:end], shown[first:last]
        if kind != "equal" and "".join(missing) != "".join(more):
            strange = [token for token in more if token not in added and not _MARK.fullmatch(token)]
            yield from (f"missing: {token}" for token in missing[:5])
            yield from (f"added: {token}" for token in strange[:5])
    squeezed = "".join(shown)
    yield from (f"missing footnote: {note[:20]}" for note in notes if "".join(_tokens(note)) not in squeezed)


def _tokens(text: str) -> list[str]:
    """Words, digits and signs, so that a raised number does not stick to the word before it."""
    return _TOKEN.findall(text)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
