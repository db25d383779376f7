"""Any secret, in any ordinary text, through any single plain disguise, is found."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from verify.match.cases import CASES, Case
from verify.match.disguises import PLAIN
from verify.match.planted import ORDINARY, found, is_found, secrets_of

SENTENCES = [sentence for sentence in re.split(r"(?<=[.!?])\s+", ORDINARY) if len(sentence) > 20]
ANY_TEXT = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)


@settings(max_examples=120)
@given(
    before=ANY_TEXT,
    after=ANY_TEXT,
    case=st.sampled_from(CASES),
    kind=st.sampled_from(sorted(PLAIN)),
    data=st.data(),
)
def test_a_disguised_secret_is_found_in_any_ordinary_text(
    before: list[str], after: list[str], case: Case, kind: str, data: st.DataObject
) -> None:
    secret = data.draw(st.sampled_from(secrets_of(case)))
    assert is_found(case.text, " ".join([*before, PLAIN[kind](secret), *after]))


@settings(max_examples=60)
@given(texts=ANY_TEXT, case=st.sampled_from(CASES))
def test_any_ordinary_text_is_left_alone(texts: list[str], case: Case) -> None:
    assert found(case.text, " ".join(texts)) == ()


@settings(max_examples=150)
@given(text=st.text(max_size=200), case=st.sampled_from(CASES))
def test_any_text_can_be_searched(text: str, case: Case) -> None:
    assert all(item.length >= 1 for item in found(case.text, text))
