"""The source line beside a problem: only of public files, short, and safe to print."""

from pathlib import Path

import pytest

from answerkit.load.excerpt import with_excerpts
from answerkit.model.codes import Code
from answerkit.model.problem import Place, problem


def _excerpt(base: Path, data: bytes, place: Place) -> str:
    (base / "a.yaml").write_bytes(data)
    return with_excerpts([problem(Code.AK203, place)], base)[0].excerpt


def test_the_line_is_attached(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, b"\xef\xbb\xbfid: a\r\ntitle: 5\r\n", Place("a.yaml", 2, 8)) == "title: 5"
    assert _excerpt(tmp_path, b"\xef\xbb\xbfid: a\r\n", Place("a.yaml", 1, 1)) == "id: a"


def test_the_line_is_safe_to_print(tmp_path: Path) -> None:
    data = "a\x1b[31m\tb\u202ec".encode() + b"\xff"
    assert _excerpt(tmp_path, data, Place("a.yaml", 1, 1)) == "a\ufffd[31m b\ufffdc\ufffd"


def test_the_line_is_cut(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, b"x" * 500, Place("a.yaml", 1, 1)) == "x" * 200


def test_a_confidential_place_stays_as_it_is(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, b"hemmelig", Place("a.yaml", 1, 1, confidential=True)) == ""


def test_no_line_where_there_is_none(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, b"a", Place("a.yaml")) == ""
    assert _excerpt(tmp_path, b"a", Place("a.yaml", 3, 1)) == ""
    assert _excerpt(tmp_path, b"a", Place("b.yaml", 1, 1)) == ""


def test_order_and_all_else_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x\ny\n", encoding="utf-8")
    problems = [problem(Code.AK203, Place("a.yaml", line, 1), str(line)) for line in (2, 1, 2)]
    shown = with_excerpts(problems, tmp_path)
    assert [(item.detail, item.excerpt) for item in shown] == [("2", "y"), ("1", "x"), ("2", "y")]


@pytest.mark.parametrize("number", ["241236-4321", "2412364321", "241236 - 4321", "241236\u20134321"])
def test_a_line_with_a_cpr_number_is_not_quoted(tmp_path: Path, number: str) -> None:
    (tmp_path / "a.yaml").write_text(f"id: {number}\nx: y\n", encoding="utf-8")
    quoting = problem(Code.AK203, Place("a.yaml", 1, 1), f"id: {number}", f"ret {number}")
    (shown,) = with_excerpts([quoting], tmp_path)
    assert (shown.detail, shown.excerpt, shown.hint) == ("", "", Code.AK203.advice)
    assert with_excerpts([problem(Code.AK203, Place("a.yaml", 2, 1))], tmp_path)[0].excerpt == "x: y"


@pytest.mark.parametrize("number", ["12345-6789", "1234567-8901", "2021-11-08", "123456-78901"])
def test_another_number_is_quoted(tmp_path: Path, number: str) -> None:
    assert number in _excerpt(tmp_path, f"id: {number}\n".encode(), Place("a.yaml", 1, 1))
