"""What is secret comes whole out of a lane, or not at all."""

from __future__ import annotations

import pytest

from answerkit.isolate.fault import WorkerFault
from answerkit.lanes.telling import Confided, Told, learn, tell
from answerkit.model.codes import Code
from answerkit.model.problem import Place, problem
from answerkit.verify.secrets.secret import (
    Form,
    Identifier,
    Name,
    NameWord,
    Number,
    Secret,
    Secrets,
    Sentence,
    Tells,
    Term,
    Weight,
)

PLACE = Place("content/confidential/overlays/svar.yaml", 3, confidential=True)
SECRETS: tuple[Secret, ...] = (
    Identifier("27.12.00-G01-1234-24", Form.CASE_NUMBER, PLACE),
    Name((NameWord("Snefrid", Weight.RARE), NameWord("Tågelund", Weight.RARE)), PLACE),
    Number(("14",), ("sag",), ("unge",), PLACE),
    Sentence(("hun", "gemte", "nøglerne"), (Tells.NOTHING, Tells.SOMETHING, Tells.MUCH), PLACE),
    Term("blåt skab", PLACE, watched=True),
)
CONFIDED = Confided(Secrets(SECRETS), (problem(Code.AK101, PLACE),))


def test_all_kinds_arrive_in_order_and_nothing_behind_them_is_taken() -> None:
    results = iter([*tell(CONFIDED), "the lane's first result"])
    assert learn(results) == CONFIDED
    assert list(results) == ["the lane's first result"]


def test_a_tree_without_secrets() -> None:
    assert learn(tell(Confided(Secrets(), ()))) == Confided(Secrets(), ())


@pytest.mark.parametrize("results", [(), SECRETS, (*SECRETS, "a result", Told(()))])
def test_what_ends_too_soon_or_is_something_else_is_a_fault(results: tuple[object, ...]) -> None:
    with pytest.raises(WorkerFault) as caught:
        learn(results)
    assert "Snefrid" not in str(caught.value)
