"""A run as JUnit XML, for the test reports of GitLab and others.

Source: GitLab documentation, "Unit test reports": a test's classname is shown as its suite, and of tests with
the same classname and name only the first is counted.
"""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from answerkit.model.result import FileResult, Status
from answerkit.report.item import Item, items
from answerkit.report.tally import Tally
from answerkit.report.text import plain

_NAME = "answerkit"


def as_junit(tally: Tally) -> str:
    """The run: a test for each file that was to be built, each problem and each finding, and one for it all.

    What stands in the way is a failure; a warning is a test that passed and says something. Of a file
    there is its path and its status.
    """
    suite = ET.Element("testsuite", name=_NAME)
    _whole(suite, tally)
    for result in tally.results:
        _result(suite, result)
    seen: Counter[str] = Counter()
    for item in items(tally):
        name = _name(item)
        seen[name] += 1
        _item(suite, item, f"{name} ({seen[name]})" if seen[name] > 1 else name)
    suites = ET.Element("testsuites", name=_NAME)
    for element in (suite, suites):
        element.set("tests", str(len(suite)))
        element.set("failures", str(len(suite.findall("testcase/failure"))))
        element.set("errors", "0")
    suites.append(suite)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=False)


def _whole(suite: ET.Element, tally: Tally) -> None:
    """The run itself: red whenever the exit code is, so that no report is green while the process fails."""
    case = _case(suite, _NAME, "exit")
    if tally.exit_code:
        _fail(case, tally.exit_code.name, f"exit {int(tally.exit_code)}")
    if tally.notes:
        ET.SubElement(case, "system-out").text = "\n".join(map(plain, tally.notes))


def _result(suite: ET.Element, result: FileResult) -> None:
    case = _case(suite, result.edition.value, result.path)
    if result.status is Status.FAILED:
        _fail(case, "failed", result.status.value)


def _item(suite: ET.Element, item: Item, name: str) -> None:
    case = _case(suite, item.file, name)
    case.set("file", plain(item.file))
    if item.line:
        case.set("line", str(item.line))
    told = f"{name}: {item.message}; {item.hint}"
    if item.is_error:
        _fail(case, item.code, told)
    else:
        ET.SubElement(case, "system-out").text = plain(told)


def _name(item: Item) -> str:
    where = ":".join(str(number) for number in (item.line, item.column) if number)
    return " ".join(step for step in (item.code, where, item.where) if step)


def _case(suite: ET.Element, suite_name: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=plain(suite_name), name=plain(name))


def _fail(case: ET.Element, kind: str, told: str) -> None:
    failure = ET.SubElement(case, "failure", message=plain(told), type=kind)
    failure.text = plain(told)
