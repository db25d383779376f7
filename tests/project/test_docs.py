"""What the documents say: links lead somewhere, every code is explained, every command exists."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from answerkit.cli.app import make_app
from answerkit.lanes.proof_rules import Rule
from answerkit.lint.registry import RULES, SEVERITIES
from answerkit.lint.rule import explanation
from answerkit.load.config import load_config
from answerkit.model import keys
from answerkit.model.codes import Code
from answerkit.model.config import DeadlinePolicy, LintSettings
from answerkit.model.problem import Severity
from answerkit.verify.built import codes as structure
from answerkit.verify.extract import codes as unreadable
from answerkit.verify.hygiene import codes as hygiene
from answerkit.verify.match import codes as content
from answerkit.verify.page import codes as html
from answerkit.verify.patterns import codes as patterns
from answerkit.verify.pdf import codes as pdf
from project.loading import PROJECT, load_script

SKIPPED = {".venv", ".git", ".pytest_cache", "node_modules"}
DOCUMENTS = sorted(
    path for path in PROJECT.rglob("*.md") if not SKIPPED & set(path.relative_to(PROJECT).parts)
)
run = load_script("run.py")


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(document: Path) -> set[str]:
    """The fragments that a document's headings give, as the usual viewers make them."""
    headings = re.findall(
        r"^#+ (.+)$", without_code(document.read_text(encoding="utf-8")), flags=re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(document: Path) -> Iterator[str]:
    """Relative links of a document that lead nowhere."""
    text = re.sub(r"`[^`]*`", "", without_code(document.read_text(encoding="utf-8")))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        found = (document.parent / path) if path else document
        if not found.exists() or (fragment and fragment not in anchors(found)):
            yield target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_relative_links_lead_somewhere(document: Path) -> None:
    assert list(broken_links(document)) == []


def test_a_broken_link_would_be_seen(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text(
        "# En to\n[x](b.md) [y](#en-to) [z](#tre) [w](https://example.org)\n", encoding="utf-8"
    )
    assert list(broken_links(document)) == ["b.md", "#tre"]


def test_every_code_is_explained_under_its_own_sentence() -> None:
    text = (PROJECT / "docs" / "da" / "fejl.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (.+)$", text, flags=re.MULTILINE) == [
        f"{code.name} – {code.meaning}" for code in Code if not code.is_lint
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_command_of_the_set_up_script_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert set(re.findall(r"py(?:thon3)? run\.py ([a-z]+)", text)) <= set(run.LOCKS)


def test_the_readme_gives_both_commands_for_both_shells() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    for command in ("python3 run.py build", "python3 run.py test", "py run.py build", "py run.py test"):
        assert f"\n{command}\n" in text


def test_paths_in_the_readme_exist() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", text)
    absent = [
        path for path in paths if not (PROJECT / path).exists() and not path.startswith((".venv", "outputs/"))
    ]
    assert paths
    assert absent == []


def test_ci_calls_the_readmes_commands() -> None:
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 run.py test" in script
    assert "python3 run.py build" in script


def test_every_rule_is_explained_in_its_own_words() -> None:
    text = (PROJECT / "docs" / "da" / "lint.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### (L\d+ – .+)\n((?:(?!#).*\n?)*)", text, flags=re.MULTILINE))
    assert list(sections) == [f"{rule.code.name} – {rule.code.meaning}" for rule in RULES]
    for rule, section in zip(RULES, sections.values(), strict=True):
        told = explanation(rule)
        severity = f"*{SEVERITIES[rule.severity].capitalize()}.*"
        words = (severity, told.summary, *told.paragraphs, f"**Ret:** {rule.code.advice}.")
        assert section.split() == " ".join(words).split()


def test_the_settings_in_the_page_on_lint_are_the_defaults(tmp_path: Path) -> None:
    text = (PROJECT / "docs" / "da" / "lint.md").read_text(encoding="utf-8")
    (settings,) = re.findall(r"^```toml\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    (tmp_path / "answerkit.toml").write_text(f'authority = "A"\n{settings}', encoding="utf-8")
    config, problems = load_config(tmp_path / "answerkit.toml", tmp_path)
    assert problems == ()
    assert config
    own = LintSettings()
    assert config.lint == replace(
        own,
        severities=((Code.L302, Severity.ERROR),),
        preferred=(("Århus Kommune", "Aarhus Kommune"),),
        words=("ungestøtte",),
    )
    assert config.deadline == DeadlinePolicy()


def test_what_the_proof_can_find_is_explained() -> None:
    text = (PROJECT / "docs" / "da" / "vejledning.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (B\d+) \| (.+?) \|", text, flags=re.MULTILINE) == [
        (rule.name, rule.value) for rule in Rule
    ]


def test_every_finding_is_explained_under_its_own_sentence() -> None:
    text = (PROJECT / "docs" / "da" / "fund.md").read_text(encoding="utf-8")
    entries = [
        *((rule.name, rule.sentence, "") for rule in content.Rule),
        *((rule.name, rule.message, rule.severity.value) for rule in patterns.Rule),
        *((rule.name, rule.message, rule.severity.value) for rule in hygiene.Rule),
        *((rule.name, rule.message, rule.severity.value) for rule in unreadable.Rule),
    ]
    warned = {"warning": " (advarsel)"}
    assert re.findall(r"^### (.+)$", text, flags=re.MULTILINE) == [
        f"{code} – {sentence}{warned.get(severity, '')}" for code, sentence, severity in entries
    ]
    assert re.findall(r"^\| (S\d+) \| (.+?) \|", text, flags=re.MULTILINE) == [
        (rule.name, rule.value) for rules in (structure.Rule, html.Rule, pdf.Rule) for rule in rules
    ]
    assert text.count("**Gør:**") == len(entries) + 1


def test_the_readme_has_a_line_for_each_command() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `answerkit (\w+)", text, flags=re.MULTILINE)
    group = get_command(make_app())
    assert isinstance(group, TyperGroup)
    assert sorted(told) == sorted(group.commands)


@pytest.mark.parametrize(
    ("start", "order"),
    [
        ("## Blokke:", keys.COLLECTIONS["blocks"]),
        ("## Tal:", keys.COLLECTIONS["figures"]),
        ("Hver værdi har:", keys.MEASUREMENT),
        ("## Love:", keys.COLLECTIONS["laws"]),
        ("## Hjemler:", keys.COLLECTIONS["grounds"]),
        ("## Forkortelser:", keys.COLLECTIONS["terms"]),
        ("## Billeder:", keys.COLLECTIONS["assets"]),
        ("## Svar:", keys.COLLECTIONS["answers"]),
        ("Forespørgslen:", keys.ENQUIRY),
        ("Hvert spørgsmål:", keys.QUESTION),
        ("Hvert afsnit:", keys.SECTION),
        ("## Den fortrolige del:", keys.COLLECTIONS["overlays"]),
        ("Hvert udfyldt afsnit:", keys.FILLING),
    ],
)
def test_the_page_on_content_names_every_key_in_its_order(start: str, order: keys.Order) -> None:
    text = (PROJECT / "docs" / "da" / "indhold.md").read_text(encoding="utf-8")
    told = text.partition(f"\n{start}")[2].partition("\n## ")[0]
    keys_begin = max(told.find("**`"), 0)
    found = [told.find(f"`{key}`", keys_begin) for key in order]
    assert -1 not in found
    assert found == sorted(found)
