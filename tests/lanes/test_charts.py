"""Answers with a chart, from their content to the files on disk."""

from __future__ import annotations

import sys
import zipfile

import pytest

from answerkit.lanes.build import BuildRequest, build
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem
from answerkit.model.result import FileResult, Status
from lanes.small import CLOSED, OPEN, Small

CHART = """\
      - chart: [sager]
        id: diagram
        caption: Sager
"""
BOTH = (Edition.PUBLIC, Edition.CONFIDENTIAL)


def with_charts(small: Small) -> Small:
    """A chart in the public part of both answers, and one in the confidential part."""
    for answer in (OPEN, CLOSED):
        block = "      - block: text/arbejdet\n"
        small.change(f"content/public/answers/{answer}.yaml", block, block + CHART)
    hidden = CHART.replace("sager", "hemmelige").replace("diagram", "skjult")
    overlay = f"content/confidential/overlays/{CLOSED}.yaml"
    small.change(overlay, "      - block: text/hemmelig\n", f"      - block: text/hemmelig\n{hidden}")
    return small


def statuses(small: Small, *, html: bool = False) -> list[Status]:
    """What became of the files; nothing may be wrong with any of them."""
    request = BuildRequest(small.paths, editions=BOTH, confidential=small.confidential, html=html)
    heard = list(build(request))
    assert not [item for item in heard if isinstance(item, Problem | Finding)]
    return [
        item.status for item in heard if isinstance(item, FileResult) if item.status is not Status.LEFT_OUT
    ]


@pytest.mark.usefixtures("children")
def test_charts_are_drawn_behind_the_wall(small: Small) -> None:
    assert statuses(with_charts(small)) == [Status.BUILT] * 3
    for edition, answer, count in ((Edition.PUBLIC, CLOSED, 1), (Edition.CONFIDENTIAL, CLOSED, 2)):
        data = small.output(edition.value, answer).read_bytes()
        assert data.count(b"<wp:inline") == count
        assert b"spreadsheet" not in data


def test_a_file_with_a_chart_is_kept_and_verified_again(small: Small) -> None:
    statuses(with_charts(small))
    assert statuses(small) == [Status.UNCHANGED] * 3


def test_a_chart_is_in_the_html_file_too(small: Small) -> None:
    assert statuses(with_charts(small), html=True) == [Status.BUILT] * 6
    page = (small.outputs / "public" / f"{OPEN}.html").read_text(encoding="utf-8")
    assert 'alt="Søjlediagram: Sager. Sager: 550\u00a0sager. Opgjort pr. 8. november 2021."' in page


def test_a_changed_figure_changes_the_picture(small: Small) -> None:
    statuses(with_charts(small))
    before = small.output("public", OPEN).read_bytes()
    small.change("content/public/figures/sager.yaml", "value: 550", "value: 551")
    assert statuses(small) == [Status.BUILT] * 3
    assert small.output("public", OPEN).read_bytes() != before


def test_the_public_file_does_not_depend_on_the_confidential_chart(small: Small) -> None:
    statuses(with_charts(small))
    before = small.output("public", CLOSED).read_bytes()
    small.change("content/confidential/figures/hemmelige.yaml", "97531", "86420")
    statuses(small)
    assert small.output("public", CLOSED).read_bytes() == before


def test_without_charts_nothing_is_loaded_to_draw_them(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert statuses(small) == [Status.BUILT] * 3
    with pytest.raises(ImportError):
        statuses(with_charts(small))


def test_charts_have_the_colours_of_the_house(small: Small) -> None:
    with_charts(small).change("templates/theme.toml", 'bar = "123B5D"', 'bar = "00539B"')
    assert statuses(small) == [Status.BUILT] * 3
    with zipfile.ZipFile(small.output("public", OPEN)) as archive:
        drawn = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".svg"))
    assert b"#00539B" in drawn
    assert b"#123B5D" not in drawn
