"""What a run says of public files that cannot be built, when somebody typed something secret into them."""

from __future__ import annotations

import pytest

from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, Small

NAME = "Snefrid Tågelund"
BLOCK = "content/public/blocks/text/arbejdet.yaml"
FORMS = ("text", "json", "sarif", "junit", "github")
COMMANDS = ("build", "check", "build --edition confidential")


@pytest.fixture(autouse=True)
def _named(small: Small) -> None:
    overlay = f"content/confidential/overlays/{CLOSED}.yaml"
    small.change(overlay, f"{CANARY} i teksten", f"Det handler om {NAME} fra egnen")


def said(answerkit: Answerkit, command: str, form: str) -> tuple[int, str]:
    run = answerkit(*command.split(), "--format", form)
    return run.code, run.out + run.err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "line", [f"{NAME} i {{{{ figure(", f'{{{{ term("{NAME}") }}}}', f"[{NAME}](http://x.y)"]
)
def test_a_line_that_cannot_be_built_is_not_shown_with_a_secret_in_it(
    small: Small, answerkit: Answerkit, command: str, line: str
) -> None:
    small.change(BLOCK, "  Der er", f"  {line}\n  Der er")
    code, shown = said(answerkit, command, "text")
    assert code == 4
    assert f"{BLOCK}:5" in shown
    assert "AK" in shown
    assert "C102 et navn fra det fortrolige materiale" in shown
    assert "Tågelund" not in shown
    assert "Snefrid" not in shown


@pytest.mark.parametrize("form", FORMS)
def test_no_form_shows_it(small: Small, answerkit: Answerkit, form: str) -> None:
    small.change(BLOCK, "  Der er", f'  {{{{ term("{NAME}") }}}}\n  Der er')
    code, shown = said(answerkit, "build", form)
    assert code == 4
    assert "Tågelund" not in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_the_name_of_a_file_that_cannot_be_built_is_a_number(
    small: Small, answerkit: Answerkit, command: str
) -> None:
    small.write("content/public/blocks/text/Snefrid-Tågelund.yaml", "id: x\n")
    code, shown = said(answerkit, command, "text")
    assert code == 4
    assert "content/public/blocks/text/[fil 1].yaml:1:1: AK" in shown
    assert "Tågelund" not in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_an_innocent_mistake_is_shown_as_ever(small: Small, answerkit: Answerkit, command: str) -> None:
    small.change(BLOCK, 'figure("sager")', 'figure("sagerne")')
    code, shown = said(answerkit, command, "text")
    assert code == 3
    assert 'Der er {{ figure("sagerne") }} i alt.' in shown
    assert "mente du »sager«?" in shown


@pytest.mark.parametrize("form", FORMS)
def test_lint_quotes_no_line_with_a_secret_in_it_and_judges_it_all_the_same(
    small: Small, answerkit: Answerkit, form: str
) -> None:
    small.change(BLOCK, "  Der er", f"  {NAME} har 17 sager i byen.\n  De har 19 sager i byen.\n  Der er")
    code, shown = said(answerkit, "lint", form)
    assert code == 1
    assert shown.count("L101") >= 2
    assert "Tågelund" not in shown
    assert "19 sager" in shown


def test_lint_shows_no_name_of_a_file_that_is_itself_secret(small: Small, answerkit: Answerkit) -> None:
    small.write("content/public/blocks/text/Snefrid-Tågelund.yaml", "id: x\n")
    code, shown = said(answerkit, "lint", "text")
    assert code == 3
    assert "[fil " in shown
    assert "Tågelund" not in shown
