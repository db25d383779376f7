"""``answerkit build --encrypt``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from answerkit.publish.sealing import Seal, is_sealed
from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, OPEN, Small

PASSWORD = "rød grød med fløde"  # noqa: S105 - for a test
OTHER = "en anden adgangskode"


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANSWERKIT_PASSWORD", raising=False)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERKIT_PASSWORD", PASSWORD)


def secret_file(small: Small, text: str | bytes, mode: int = 0o600) -> Path:
    path = small.base / "kode.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(mode)
    return path


@pytest.mark.usefixtures("known")
def test_the_confidential_file_is_encrypted_and_the_public_one_is_not(
    small: Small, answerkit: Answerkit
) -> None:
    run = answerkit("build", "--encrypt")
    assert run.code == 0
    sealed = small.output("confidential", CLOSED).read_bytes()
    assert is_sealed(sealed)
    opened = Seal(PASSWORD).open(sealed)
    assert opened is not None
    assert CANARY.encode() in opened
    assert small.output("public", CLOSED).read_bytes().startswith(b"PK")
    assert PASSWORD not in run.out + run.err
    for file in small.outputs.rglob("*"):
        assert file.is_dir() or CANARY.encode() not in file.read_bytes()


@pytest.mark.usefixtures("known")
def test_what_did_not_change_is_not_encrypted_again(small: Small, answerkit: Answerkit) -> None:
    answerkit("build", CLOSED, "--encrypt")
    first = small.output("confidential", CLOSED).read_bytes()
    again = answerkit("build", CLOSED, "--encrypt")
    assert f"confidential/{CLOSED}.docx · uændret" in again.out
    assert small.output("confidential", CLOSED).read_bytes() == first
    forced = answerkit("build", CLOSED, "--encrypt", "--force")
    assert f"confidential/{CLOSED}.docx · bygget" in forced.out
    assert small.output("confidential", CLOSED).read_bytes() != first


@pytest.mark.usefixtures("known")
def test_another_password_takes_the_place_of_the_first(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    answerkit("build", CLOSED, "--encrypt")
    monkeypatch.setenv("ANSWERKIT_PASSWORD", OTHER)
    run = answerkit("build", CLOSED, "--encrypt")
    assert f"confidential/{CLOSED}.docx · bygget" in run.out
    sealed = small.output("confidential", CLOSED).read_bytes()
    assert Seal(PASSWORD).open(sealed) is None
    assert Seal(OTHER).open(sealed) is not None


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.usefixtures("known")
def test_no_build_takes_a_password_off(small: Small, answerkit: Answerkit, force: tuple[str, ...]) -> None:
    answerkit("build", CLOSED, "--encrypt")
    sealed = small.output("confidential", CLOSED).read_bytes()
    run = answerkit("build", CLOSED, *force)
    assert run.code == 0
    assert f"confidential/{CLOSED}.docx · udeladt: filen på disken er krypteret" in run.out
    assert small.output("confidential", CLOSED).read_bytes() == sealed


@pytest.mark.usefixtures("known")
def test_a_plain_file_gives_way_to_an_encrypted_one(small: Small, answerkit: Answerkit) -> None:
    answerkit("build", CLOSED)
    assert not is_sealed(small.output("confidential", CLOSED).read_bytes())
    assert answerkit("build", CLOSED, "--encrypt").code == 0
    assert is_sealed(small.output("confidential", CLOSED).read_bytes())


def test_the_password_can_come_from_a_file(small: Small, answerkit: Answerkit) -> None:
    path = secret_file(small, f"\ufeff{PASSWORD}\r\nikke denne linje\n")
    assert answerkit("build", CLOSED, "--encrypt", "--password-file", str(path)).code == 0
    assert Seal(PASSWORD).open(small.output("confidential", CLOSED).read_bytes()) is not None


def test_the_password_can_be_typed_twice(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter([PASSWORD, PASSWORD, PASSWORD, OTHER])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("answerkit.cli.password.getpass", lambda _prompt: next(typed))
    assert answerkit("build", CLOSED, "--encrypt").code == 0
    assert Seal(PASSWORD).open(small.output("confidential", CLOSED).read_bytes()) is not None
    unlike = answerkit("build", CLOSED, "--encrypt")
    assert unlike.code == 2
    assert "de to adgangskoder er ikke ens" in unlike.err


def test_somebody_who_hangs_up_is_told_so(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang_up(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("answerkit.cli.password.getpass", hang_up)
    run = answerkit("build", CLOSED, "--encrypt")
    assert (run.code, small.output("confidential", CLOSED).exists()) == (2, False)


def test_without_a_password_or_anybody_to_ask_nothing_confidential_is_written(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    run = answerkit("build", CLOSED, "--encrypt")
    assert run.code == 2
    assert "ANSWERKIT_PASSWORD" in run.err
    assert not small.output("confidential", CLOSED).exists()


@pytest.mark.parametrize("text", ["kort", "", "a" * 256, "\n" + PASSWORD])
def test_a_password_too_short_or_too_long_is_refused(small: Small, answerkit: Answerkit, text: str) -> None:
    path = secret_file(small, text)
    run = answerkit("build", CLOSED, "--encrypt", "--password-file", str(path))
    assert run.code == 2
    assert "12 til 255 tegn" in run.err
    assert not small.output("confidential", CLOSED).exists()


@pytest.mark.parametrize("text", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_named_as_such(
    small: Small, answerkit: Answerkit, text: bytes | None
) -> None:
    path = small.base / "kode.txt" if text is None else secret_file(small, text)
    run = answerkit("build", CLOSED, "--encrypt", "--password-file", str(path))
    assert run.code == 2
    assert "kan ikke læses" in run.err


@pytest.mark.skipif(os.name != "posix", reason="kun POSIX har modes")
def test_a_file_that_others_can_read_is_no_secret(small: Small, answerkit: Answerkit) -> None:
    path = secret_file(small, PASSWORD, 0o644)
    run = answerkit("build", CLOSED, "--encrypt", "--password-file", str(path))
    assert run.code == 2
    assert "chmod 600" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--encrypt", "--edition", "public"),
        ("--encrypt", "--html"),
        ("--encrypt", "--pdf"),
        ("--password-file", "kode.txt"),
    ],
)
@pytest.mark.usefixtures("small", "known")
def test_what_would_leave_something_unencrypted_is_refused(
    answerkit: Answerkit, arguments: tuple[str, ...]
) -> None:
    assert answerkit("build", OPEN, *arguments).code == 2
