"""Word files behind a password: what is written opens with it, and what is not encrypted is never written.

All of it happens in memory. Word, LibreOffice and other programs open the result.

Source: [MS-OFFCRYPTO] 2.3.4.10 (agile encryption): AES-256, the password hashed 100,000 times with SHA-512.
"""

from __future__ import annotations

import io
import struct
import zipfile
from importlib import import_module

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How the container of an encrypted Word file begins. Source: [MS-CFB] 2.2."""

_BROKEN = (ValueError, LookupError, OSError, EOFError, struct.error, zipfile.BadZipFile)


class Seal:
    """Encrypts and decrypts with one password.

    Args:
        password: not empty. It is never shown, and leaves this object only to be hashed.
    """

    def __init__(self, password: str) -> None:
        self._password = password

    def close(self, data: bytes) -> bytes:
        """The Word file, encrypted; no two times alike.

        Raises:
            RuntimeError: what came out does not open, so that nothing must be done with it.
        """
        ooxml = import_module("msoffcrypto.format.ooxml")  # loaded by those who encrypt, and no others
        sealed = io.BytesIO()
        ooxml.OOXMLFile(io.BytesIO(data)).encrypt(self._password, sealed)
        if self.open(sealed.getvalue()) != data:
            raise RuntimeError
        return sealed.getvalue()

    def open(self, sealed: bytes) -> bytes | None:
        """What was encrypted, or None where this password or this format does not fit."""
        ooxml = import_module("msoffcrypto.format.ooxml")
        opened = io.BytesIO()
        failures: tuple[type[Exception], ...] = (*_failures(), *_BROKEN)
        try:
            file = ooxml.OOXMLFile(io.BytesIO(sealed))
            file.load_key(password=self._password, verify_password=True)
            file.decrypt(opened, verify_integrity=True)
        except failures:
            return None
        return opened.getvalue()


def _failures() -> tuple[type[Exception], ...]:
    """What the library raises for another password, another format or damaged bytes."""
    errors = import_module("msoffcrypto.exceptions")
    names = ("DecryptionError", "FileFormatError", "InvalidKeyError", "ParseError")
    return (*(getattr(errors, name) for name in names), import_module("xml.parsers.expat").ExpatError)


def is_sealed(data: bytes | None) -> bool:
    """Whether bytes are no plain Word file, but one in the container that encrypted files have."""
    return data is not None and data.startswith(_COMPOUND)
