"""Values cross from child to parent unchanged, and nothing else crosses."""

from __future__ import annotations

import pickle
import struct
import sys
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.errors import ExitCode
from answerkit.isolate import wire
from answerkit.isolate.fault import Failure, Line
from answerkit.isolate.wire import WireError, decode, encode
from answerkit.model.codes import Code
from answerkit.model.content import Exact, Measurement
from answerkit.model.problem import Place, Problem, problem

FAILURE = Failure("ValueError", (Line("answerkit/load/public.py", 3),))

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec=None))
    | st.binary()
    | st.dates()
    | st.decimals(allow_nan=False)
    | st.sampled_from([*Code, *ExitCode])
    | st.builds(Place, st.text(), st.integers(), st.integers())
    | st.builds(PurePosixPath, st.text())
    | st.lists(st.sampled_from(["C:\\", "a", "æ.b", ".."])).map(lambda parts: PureWindowsPath(*parts))
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.frozensets(st.text())
        | st.sets(st.integers())
    ),
    max_leaves=20,
)


@given(values)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = decode(encode(value))
    assert back == value
    assert type(back) is type(value)


def test_true_is_not_one_and_a_tuple_no_list() -> None:
    back = decode(encode((True, 1, 1.0, [], ())))
    assert isinstance(back, tuple)
    assert [type(item) for item in back] == [bool, int, float, list, tuple]


def test_a_mapping_comes_back_as_a_dict() -> None:
    assert decode(encode(MappingProxyType({"a": 1}))) == {"a": 1}


def test_records_in_records_come_back() -> None:
    at = Place("content/public/figures/a.yaml", 3, 5)
    value = (
        problem(Code.AK301, at, "tusind", "mente du tus?"),
        Measurement(Exact(Decimal("14.80")), True, date(2021, 11, 8), "kilde", {("series", 0): at}),  # noqa: FBT003
    )
    assert decode(encode(value)) == value


@dataclass
class Loose:
    """Not frozen, and not answerkit's."""

    text: str


class Colour(Enum):
    RED = 1


@pytest.mark.parametrize(
    "value",
    [
        Loose("x"),
        Colour.RED,
        Path("x"),
        datetime(2021, 11, 8),  # noqa: DTZ001 - refused for its type
        object(),
        Place,
        len,
        ValueError("x"),
        bytearray(b"x"),
        [Place("a"), Colour.RED],
    ],
)
def test_what_may_not_come_out_of_a_child_is_refused_by_its_type(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value)


def test_a_value_nested_too_deep_is_refused_on_either_side() -> None:
    value: list[Any] = []
    for _ in range(wire.DEPTH + 1):
        value = [value]
    with pytest.raises(WireError):
        encode(value)
    with pytest.raises(WireError):
        decode((b"[" + struct.pack(">I", 1)) * 5000 + encode(None))


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_a_value_or_refused(data: bytes) -> None:
    try:
        value = decode(data)
    except WireError:
        return
    # By their bytes, since not every number equals itself.
    assert encode(decode(encode(value))) == encode(value)


@given(values, st.data())
def test_a_value_cut_short_or_with_a_tail_is_refused(value: object, data: st.DataObject) -> None:
    whole = encode(value)
    cut = data.draw(st.integers(0, len(whole) - 1))
    for broken in (whole[:cut], whole + b"0"):
        with pytest.raises(WireError):
            decode(broken)


def items(tag: bytes, *parts: object) -> bytes:
    return tag + struct.pack(">I", len(parts)) + b"".join(encode(part) for part in parts)


@pytest.mark.parametrize(
    "data",
    [
        items(b"R", "os", "system", "true"),
        items(b"R", "builtins", "eval", "1"),
        items(b"R", "subprocess", "Popen", "true"),
        items(b"R", "answerkit", "os", "true"),
        items(b"R", "answerkit.isolate.worker", "Worker", None),
        items(b"R", "answerkit.isolate.worker", "start", None),
        items(b"R", "answerkit.isolate.processes", "Forked", 1, None),
        items(b"R", "answerkit.isolate.child", "Path", "x"),
        items(b"R", "answerkit.isolate.processes", "os.system", "true"),
        items(b"R", "answerkit.model.problem", "Place.__init__", "x"),
        items(b"R", "answerkit.model.problem", "Classification", "public"),
        items(b"R", "answerkit.model.problem", "Place"),
        items(b"R", "answerkit.model.problem", "Place", "a", 1, 1, None, None),
        items(b"R", "answerkit.model.problem"),
        items(b"R", "answerkit.model.problem", 3, "x"),
        items(b"R", ["answerkit.model.problem"], "Place"),
        items(b"R"),
        items(b"E", "answerkit.model.problem", "Classification", "__class__"),
        items(b"E", "answerkit.model.problem", "Classification", "mro"),
        items(b"E", "answerkit.model.problem", "Classification", None),
        items(b"E", "answerkit.model.problem", "Classification"),
        items(b"E", "answerkit.model.problem", "Place", "file"),
        items(b"E", "signal", "Signals", "SIGKILL"),
        items(b"<", []),
        items(b"{", "a"),
        items(b"{", [], 1),
        items(b"c", "os", "system"),
        b"s" + struct.pack(">I", 0xFFFFFFFF) + b"x",
        b"(" + struct.pack(">I", 0xFFFFFFFF),
        b"s" + struct.pack(">I", 1) + b"\xff",
        b"n" + struct.pack(">I", 1) + b"x",
        b"d" + struct.pack(">I", 3) + b"abc",
        b"f" + struct.pack(">I", 3) + b"abc",
        pickle.dumps(Place("a")),
        b"cos\nsystem\n(S'true'\ntR.",
        b"",
    ],
)
def test_an_attack_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        decode(data)


def test_a_child_cannot_make_its_parent_import() -> None:
    name = "answerkit.isolate.never_imported"
    with pytest.raises(WireError):
        decode(items(b"R", name, "Thing", 1))
    assert name not in sys.modules


def test_a_records_own_checks_hold_for_what_a_child_sends() -> None:
    """Pickle would restore a problem that quotes a confidential file; its constructor does not."""
    hidden = Place("content/confidential/a.yaml", 1, 1, confidential=True)
    honest = problem(Code.AK201, hidden)
    assert decode(encode(honest)) == honest
    parts = [Code.AK201 if name == "code" else getattr(honest, name) for name in Problem.__slots__]
    parts[Problem.__slots__.index("detail")] = "Frøken Hemmelig"
    with pytest.raises(WireError) as caught:
        decode(items(b"R", "answerkit.model.problem", "Problem", *parts))
    assert "Hemmelig" not in repr(caught.value)


@pytest.mark.parametrize(
    ("module", "name", "parts"),
    [
        ("answerkit.isolate.fault", "Line", ("Frøken Hemmelig", 1)),
        ("answerkit.isolate.fault", "Line", ("answerkit/Hemmelig.py", 1)),
        ("answerkit.isolate.fault", "Line", ("answerkit/load/public.py", 0)),
        ("answerkit.isolate.fault", "Failure", ("Frøken Hemmelig", ())),
        ("answerkit.isolate.fault", "Failure", ("A" * 200, ())),
        ("answerkit.isolate.fault", "Failure", ("ValueError", ("Hemmelig",))),
        ("answerkit.isolate.fault", "Failure", ("ValueError", FAILURE.lines * 21)),
    ],
)
def test_a_failure_cannot_carry_text_out(module: str, name: str, parts: tuple[object, ...]) -> None:
    assert decode(encode(FAILURE)) == FAILURE
    with pytest.raises(WireError):
        decode(items(b"R", module, name, *parts))
