"""Telephone numbers and mail addresses, where a project's policy forbids them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.model.policy import PatternPolicy
from answerkit.verify.patterns.codes import Rule
from answerkit.verify.patterns.hit import Hit

_PAIRS = r"[2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2}"
_DIGITS = r"[2-9][0-9](?:[ .-]?[0-9]{2}){3}|[2-9][0-9]{3}[ .-]?[0-9]{4}|[2-9][0-9]{2} [0-9]{2} [0-9]{3}"
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\+|00)45[ .-]?|\(\+45\) ?|(?:tlf|telefon|mobil|mob|phone|tel|ring|sms|direkte)\w*"
    rf"(?:nummer|nr)?[^\w\n]{{0,4}}(?:\+45 ?)?)({_DIGITS})(?![0-9])"
    rf"|(?<![\w+.,-])(?<![0-9] )({_PAIRS})(?![0-9])(?! [0-9])",
    re.IGNORECASE,
)
"""Eight digits are a number where the country's code or a word says so, or where they stand in pairs."""

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9æøåÆØÅ-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w@-])")
_NUMBER_LENGTH = 8


def contact_hits(text: str, policy: PatternPolicy) -> Iterator[Hit]:
    """Contacts in a normalised text that the policy does not allow."""
    if not policy.phones:
        for phone in _PHONE.finditer(text):
            if _digits(phone[0]) not in map(_digits, policy.exceptions):
                yield Hit(Rule.P103, phone[1] or phone[2])
    if not policy.mails and "@" in text:
        for mail in _MAIL.finditer(text):
            if not _may_stand(mail[0].lower(), policy):
                yield Hit(Rule.P104, mail[0])


def _may_stand(mail: str, policy: PatternPolicy) -> bool:
    exceptions = {exception.lower() for exception in policy.exceptions}
    return mail in exceptions or f"@{mail.rpartition('@')[2]}" in exceptions


def _digits(text: str) -> str:
    """A number's own eight digits."""
    return "".join(filter(str.isdecimal, text))[-_NUMBER_LENGTH:]
