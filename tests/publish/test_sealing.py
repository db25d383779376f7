"""Word files behind a password."""

import importlib
import io

import pytest

from answerkit.publish.sealing import Seal, is_sealed
from render.samples import RENDERER, document, para

PASSWORD = "rød grød med fløde"  # noqa: S105 - for a test


@pytest.fixture(scope="module")
def plain() -> bytes:
    return RENDERER.render(document(para("fortroligt")))


@pytest.fixture(scope="module")
def sealed(plain: bytes) -> bytes:
    return Seal(PASSWORD).close(plain)


def test_what_was_encrypted_opens_with_the_password_and_with_no_other(plain: bytes, sealed: bytes) -> None:
    assert Seal(PASSWORD).open(sealed) == plain
    assert Seal(f"{PASSWORD}!").open(sealed) is None


def test_nothing_of_the_file_can_be_read_without_it(sealed: bytes) -> None:
    assert is_sealed(sealed)
    assert b"word/document.xml" not in sealed
    assert b"fortroligt" not in sealed
    assert "fortroligt".encode("utf-16-le") not in sealed


def test_it_is_the_strong_way_of_encrypting(sealed: bytes) -> None:
    assert b'cipherAlgorithm="AES"' in sealed
    assert b'keyBits="256"' in sealed
    assert b'hashAlgorithm="SHA512"' in sealed
    assert b'spinCount="100000"' in sealed


def test_no_two_times_are_alike(plain: bytes, sealed: bytes) -> None:
    assert Seal(PASSWORD).close(plain) != sealed


@pytest.mark.parametrize("cut", [0, 8, 600, 3000])
def test_damaged_bytes_do_not_open(sealed: bytes, cut: int) -> None:
    assert Seal(PASSWORD).open(sealed[:cut]) is None


def test_changed_bytes_do_not_open(plain: bytes, sealed: bytes) -> None:
    middle = len(sealed) // 2
    assert Seal(PASSWORD).open(sealed[:middle] + b"\0" * 64 + sealed[middle + 64 :]) is None
    start = sealed.index(b"<encryption")
    assert Seal(PASSWORD).open(sealed[:start] + b"<<" + sealed[start + 2 :]) is None
    assert Seal(PASSWORD).open(plain) is None


def test_a_plain_file_is_not_taken_for_an_encrypted_one(plain: bytes) -> None:
    assert not is_sealed(plain)
    assert not is_sealed(b"")
    assert not is_sealed(None)


def test_what_does_not_open_again_is_not_given_out(plain: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def encrypt(_self: object, _password: str, outfile: io.BytesIO) -> None:
        outfile.write(plain)

    ooxml = importlib.import_module("msoffcrypto.format.ooxml")
    monkeypatch.setattr(ooxml.OOXMLFile, "encrypt", encrypt)
    with pytest.raises(RuntimeError):
        Seal(PASSWORD).close(plain)
