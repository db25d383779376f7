"""Runs to report: a plain one, and random ones in which every field that may not be told holds a canary."""

from __future__ import annotations

from hypothesis import strategies as st

from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.model.result import Event, Extent, FileResult, Note, Planned, Scanned, Status, Walled
from answerkit.report.tally import Tally

CANARY = "Kanariefugl"
"""Stands in each field whose text no report may tell."""

PUBLIC_YAML = "content/public/answers/a, b: c%.yaml"
BUILT = "outputs/public/a.docx"

ERROR = problem(Code.AK301, Place(PUBLIC_YAML, 3, 5), "»x%«", "ret\r\ndet").with_excerpt("ab: x")
WARNING = problem(Code.L103, Place("content/public/figures/f.yaml", 7), severity=Severity.WARNING)
SECRET = problem(Code.AK202, Place("content/confidential/overlays/o.yaml", 2, 1, confidential=True))
IN_DOCX = Finding(BUILT, "word/document.xml", "body/p[3]", Gate.STRUCTURE, "S124", "et element")
IN_YAML = Finding(PUBLIC_YAML, "", "", Gate.CONTENT, "C102", "et navn", line=3, kind="name", length=12)
LONELY = Finding("b.pdf", "", "", Gate.HYGIENE, "H1", "en forfatter", Severity.WARNING)
RESULT = FileResult("a", Edition.PUBLIC, Status.BUILT, BUILT, extent=Extent(3, 2, 1), sha256="ab")
HIDDEN_RESULT = FileResult("a", Edition.CONFIDENTIAL, Status.FAILED, "outputs/confidential/a.docx")

EVERYTHING: tuple[Event, ...] = (
    Walled("landlock"),
    Planned(2),
    Note("husk: 100 %"),
    RESULT,
    HIDDEN_RESULT,
    Scanned(),
    ERROR,
    WARNING,
    SECRET,
    IN_DOCX,
    LONELY,
)


def summed(*events: Event) -> Tally:
    """A tally of the events."""
    tally = Tally()
    for event in events:
        tally.add(event)
    return tally


# --- random runs

_names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="K"), max_size=12)
_lines = st.integers(0, 99)
_severities = st.sampled_from(Severity)
_codes = st.sampled_from(Code)


@st.composite
def _public_problems(draw: st.DrawFn) -> Problem:
    """With a source line, which none but the form for people may tell, and only where nothing was found."""
    item = problem(draw(_codes), Place(draw(_names), draw(_lines), draw(_lines)), severity=draw(_severities))
    return item.with_excerpt(CANARY)


@st.composite
def _quoting_problems(draw: st.DrawFn) -> Problem:
    place = Place(draw(_names), draw(_lines), draw(_lines))
    return problem(draw(_codes), place, CANARY, CANARY, draw(_severities)).with_excerpt(CANARY)


@st.composite
def _confidential_problems(draw: st.DrawFn) -> Problem:
    place = Place(draw(_names), draw(_lines), draw(_lines), confidential=True)
    return problem(draw(_codes), place, CANARY, CANARY, draw(_severities)).with_excerpt(CANARY)


def _found(gates: list[Gate]) -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding,
        file=_names,
        part=_names,
        place=_names,
        gate=st.sampled_from(gates),
        code=st.sampled_from(["C101", "P101", "S124", "H1"]),
        message=_names,
        severity=_severities,
        line=_lines,
        kind=_names,
        length=_lines,
    )


telling = _found([Gate.CONTENT, Gate.PATTERN])
"""Findings of text that must not be told."""

_results = st.builds(
    FileResult,
    answer=_names,
    edition=st.sampled_from(Edition),
    status=st.sampled_from(Status),
    path=_names,
    reason=_names,
)
_others = st.one_of(_results, st.builds(Note, _names), st.just(Planned(1)), st.just(Scanned()))

quiet_events: st.SearchStrategy[list[Event]] = st.lists(
    st.one_of(_others, _public_problems(), _confidential_problems(), _found(list(Gate))), max_size=8
)
"""Any run; a canary in each source line, and in all that a confidential problem was made of."""

quoting_events: st.SearchStrategy[list[Event]] = st.lists(st.one_of(_others, _quoting_problems()), max_size=6)
"""A run whose problems quote public files throughout."""
