"""Mail messages and web archives (EML, MHT): headers, bodies, attachments, and what stands between them.

Source: RFC 5322 (messages), RFC 2045-2047 (MIME).
"""

from __future__ import annotations

import email
import email.errors
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from typing import Final

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Flaw, Found, Inner, Source, Text
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.raw import one_byte

_BASE64_LINE = re.compile(rb"(?m)^[A-Za-z0-9+/=]{40,}\r?\n?")
_NEXT = re.compile(rb"(?<=\n)\r?\n(?=From \S+ [^\n]*[0-9]{4}\r?\n)")
"""Between two messages of a mailbox. Source: RFC 4155, appendix A."""

_EXTENSIONS: Final = {"text/html": ".html", "text/plain": ".txt", "message/rfc822": ".eml"}
_ENCRYPTED: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
)


def read_mail(source: Source, _limits: Limits) -> Iterator[Found]:
    """The message as it stands, but for lines of base64; then decoded headers and bodies, one by one.

    A mailbox gives its messages, each as a file of its own.
    """
    messages = _NEXT.split(source.data) if source.data.startswith(b"From ") else []
    if len(messages) > 1:
        for number, each in enumerate(messages, 1):
            yield Inner(f"mail[{number}]", Source("mail.eml", each))
        return
    yield Text("", Role.RAW, one_byte(_BASE64_LINE.sub(b"", source.data)))
    message = email.message_from_bytes(source.data, policy=compat32)
    for number, part in enumerate(message.walk(), 1):
        yield from _headers(part, number)
        if part.get_content_type() in _ENCRYPTED:
            yield Flaw(Rule.U103, f"del[{number}]")
        if part.defects:
            yield Flaw(Rule.U102, f"del[{number}]")
        if not part.is_multipart():
            yield from _body(part, number)


def _headers(part: Message, number: int) -> Iterator[Found]:
    for index, value in enumerate(part.values(), 1):
        yield Text(f"del[{number}]/felt[{index}]", Role.METADATA, _decoded(str(value)))


def _decoded(value: str) -> str:
    """A header's value with its encoded words put into letters; as it stands when they are broken."""
    try:
        words = decode_header(value)
    except (email.errors.HeaderParseError, ValueError):
        return value
    return "".join(_word(text, charset) for text, charset in words)


def _word(text: str | bytes, charset: str | None) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode(charset or "ascii")
    except (LookupError, ValueError):
        return one_byte(text)


def _body(part: Message, number: int) -> Iterator[Found]:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes) and payload:
        name = part.get_filename("") or f"del{_EXTENSIONS.get(part.get_content_type(), '')}"
        yield Inner(f"del[{number}]", Source(name, _utf8(payload, part)))


def _utf8(payload: bytes, part: Message) -> bytes:
    """Text in the message's own character set, as UTF-8; anything else as it is."""
    charset = part.get_content_charset("utf-8")
    if part.get_content_maintype() != "text" or charset in {"utf-8", "us-ascii"}:
        return payload
    try:
        return payload.decode(charset).encode("utf-8")
    except (LookupError, ValueError):
        return payload
