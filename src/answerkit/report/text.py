"""A run in words, in Danish, for a terminal or a log.

Nothing that leaves this module can steer a terminal: what cannot be printed is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.model.finding import Finding
from answerkit.model.problem import Problem, Severity
from answerkit.model.result import Extent, FileResult, Scanned, Status
from answerkit.report.tally import Tally

_STATUS = {
    Status.BUILT: "bygget",
    Status.UNCHANGED: "uændret",
    Status.LEFT_OUT: "udeladt",
    Status.FAILED: "fejl",
    Status.RELEASED: "frigivet",
}
_KEPT_SPACES = "\u00a0\u202f"  # no-break spaces print well, though Python counts them as unprintable


def plain(text: str) -> str:
    """The text in one line, with a mark for each character that could steer a terminal or hide."""
    return "".join(char if char.isprintable() or char in _KEPT_SPACES else "\ufffd" for char in text)


def plain_document(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(plain(line) for line in text.split("\n"))


def file_line(result: FileResult) -> str:
    """One file: path, status, and for a public one words, blocks, figures and sha256."""
    facts = [result.path, _status(result)]
    if result.extent is not None:
        facts += _extent(result.extent)
    if result.sha256:
        facts.append(f"sha256 {result.sha256}")
    if result.backup:
        facts.append(f"den gamle fil er gemt som {result.backup}")
    return plain(" · ".join(facts))


def scanned_line(event: Scanned) -> str:
    """One scanned file: its name, and how many errors and warnings it has."""
    return plain(f"{event.file} · {_told_counts(event.errors, event.warnings) or 'intet fundet'}")


def closing_lines(tally: Tally) -> Iterator[str]:
    """What comes after the files: problems, findings and notes, a blank line between, and their number."""
    paragraphs = [_problem_lines(item) for item in tally.problems]
    paragraphs += [[_finding_line(item)] for item in tally.findings]
    paragraphs += [[line] for line in note_lines(tally)]
    if tally.problems or tally.findings:
        paragraphs.append([_summary(tally)])
    for number, lines in enumerate(paragraphs):
        if number:
            yield ""
        yield from lines


def note_lines(tally: Tally) -> Iterator[str]:
    """What the user should know that is no problem."""
    return (plain(f"bemærk: {note}") for note in tally.notes)


def progress_line(tally: Tally) -> str:
    """How far the run has come."""
    return f"{_thousands(tally.done)} af {_thousands(tally.planned)} filer"


def duration_line(tally: Tally, seconds: float) -> str:
    """How many files were scanned in how long."""
    return f"{_counted(tally.scanned, 'fil', 'filer')} undersøgt på {seconds:.1f} s".replace(".", ",")


def _status(result: FileResult) -> str:
    status = _STATUS[result.status]
    return f"{status}: {result.reason}" if result.reason else status


def _extent(extent: Extent) -> list[str]:
    return [
        f"{_thousands(extent.words)} ord",
        _counted(extent.blocks, "blok", "blokke"),
        f"{_thousands(extent.figures)} tal",
    ]


def _problem_lines(item: Problem) -> list[str]:
    place = item.place
    where = ":".join([place.file, *(str(number) for number in (place.line, place.column) if number)])
    kind = "advarsel: " if item.severity is Severity.WARNING else ""
    lines = [plain(f"{where}: {item.code.name} {kind}{item.message}; {item.hint}")]
    if item.excerpt:
        lines.append(f"  {plain(item.excerpt)}")
        if 0 < place.column <= len(item.excerpt) + 1:
            lines.append(" " * (place.column + 1) + "^")
    return lines


def _finding_line(item: Finding) -> str:
    file = f"{item.file}:{item.line}" if item.line else item.file
    where = ": ".join(step for step in (file, item.part, item.place) if step)
    kind = "advarsel: " if item.severity is Severity.WARNING else ""
    return plain(f"{where}: {item.code} {kind}{item.message}")


def _summary(tally: Tally) -> str:
    severities = [item.severity for item in tally.problems]
    severities += [item.severity for item in tally.findings]
    return _told_counts(severities.count(Severity.ERROR), severities.count(Severity.WARNING))


def _told_counts(errors: int, warnings: int) -> str:
    counts = [f"{_thousands(errors)} fejl"] if errors else []
    if warnings:
        counts.append(_counted(warnings, "advarsel", "advarsler"))
    return " og ".join(counts)


def _counted(number: int, one: str, many: str) -> str:
    return f"{_thousands(number)} {one if number == 1 else many}"


def _thousands(number: int) -> str:
    """1234 as 1.234, as it is written in Danish."""
    return f"{number:,}".replace(",", ".")
