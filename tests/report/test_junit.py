"""JUnit XML, as GitLab and others read it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given, settings

from answerkit.model.result import Event, Note
from answerkit.report.junit import as_junit
from report.runs import ERROR, EVERYTHING, IN_DOCX, RESULT, WARNING, quiet_events, summed

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"classname", "name", "file", "line"},
    "failure": {"message", "type"},
    "system-out": set(),
}


def suite_of(*events: Event) -> ET.Element:
    """The one suite, after a look at the grammar of the whole."""
    root = ET.fromstring(as_junit(summed(*events)))  # noqa: S314 - our own
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
    (suite,) = root
    assert all({"classname", "name"} <= set(case.attrib) for case in suite)
    assert suite.get("tests") == root.get("tests") == str(len(suite))
    assert suite.get("failures") == root.get("failures") == str(len(suite.findall("testcase/failure")))
    return suite


def named(suite: ET.Element) -> dict[tuple[str, str], ET.Element]:
    return {(case.get("classname", ""), case.get("name", "")): case for case in suite}


@settings(max_examples=40)
@given(quiet_events)
def test_any_run_is_well_formed_and_red_when_the_process_fails(events: list[Event]) -> None:
    suite = suite_of(*events)
    assert (suite.get("failures") != "0") == bool(summed(*events).exit_code)


def test_no_two_tests_have_one_name() -> None:
    suite = suite_of(ERROR, ERROR.with_excerpt("z"), IN_DOCX)
    assert len(named(suite)) == len(suite) == 4


def test_what_stands_in_the_way_fails_and_a_warning_does_not() -> None:
    cases = named(suite_of(*EVERYTHING))
    failure = cases["outputs/public/a.docx", "S124 word/document.xml: body/p[3]"].find("failure")
    assert failure is not None
    assert failure.get("type") == "S124"
    assert failure.text == (
        "S124 word/document.xml: body/p[3]: et element; byg filen igen, og ret den ikke i hånden"
    )
    warning = cases[WARNING.place.file, "L103 7"]
    assert warning.find("failure") is None
    assert (warning.get("file"), warning.get("line")) == (WARNING.place.file, "7")
    assert "advarsel" not in (warning.findtext("system-out") or "advarsel")


def test_a_file_is_a_test_of_its_path_and_status_alone() -> None:
    cases = named(suite_of(*EVERYTHING))
    built = cases["public", RESULT.path]
    assert list(built) == []
    failed = cases["confidential", "outputs/confidential/a.docx"]
    assert [(child.tag, child.text) for child in failed] == [("failure", "failed")]
    assert "sha256" not in as_junit(summed(*EVERYTHING))


def test_the_run_itself_is_a_test_with_the_notes() -> None:
    quiet = suite_of(Note("et"), Note("to\x1b"))
    assert [(case.get("name"), case.findtext("system-out")) for case in quiet] == [("exit", "et\nto\ufffd")]
    red = named(suite_of(IN_DOCX))["answerkit", "exit"].find("failure")
    assert red is not None
    assert (red.get("type"), red.text) == ("LEAK", "exit 4")
