"""The addresses that content names, and what can be told of an address without asking the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from answerkit.model.frozen import dataclass

# Each way begins with a letter that the search can look for; what stands before it is looked at afterwards.
_LINK = re.compile(
    r"\]\((?P<target>[^)\s]+)|<(?P<pointed>(?:https?|mailto|www)[^>\s]+)(?=>)"
    r"|(?P<plain>h(?<![(<\w]h)ttps?://[^\s<>)\]]+)"
)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_[ce]id|_hs(?:enc|mi)|igshid|mkt_tok|vero_id"
    r"|oly_(?:anon|enc)_id|ml_subscriber(?:_hash)?|s_cid|wt\.mc_id|at_(?:medium|campaign)|_ga|_gl",
    re.IGNORECASE,
)
_PASSED_ON = (
    *("safelinks.protection.outlook.com", "urldefense.com", "urldefense.proofpoint.com", "l.facebook.com"),
    *("lnkd.in", "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "kortlink.dk"),
)
_INVENTED = ("example.com", "example.org", "example.net", "example.dk", "eksempel.dk")
_INWARD = (".local", ".lan", ".intern", ".internal", ".test", ".invalid", ".localhost", ".home.arpa")


@dataclass(frozen=True, slots=True)
class Address:
    """An address and the offset of its first character in the text."""

    text: str
    offset: int


def addresses(text: str) -> Iterator[Address]:
    """The addresses of a piece of Markdown, in order."""
    if "](" in text or "://" in text or "<" in text:
        for match in _LINK.finditer(text):
            way = match.lastgroup or ""
            yield Address(match[way].rstrip(".,;:"), match.start(way))


def fault_of(address: str) -> str:
    """What is wrong with an address by its form, in Danish; empty when nothing is."""
    if address.startswith("mailto:"):
        return (
            ""
            if re.fullmatch(r"mailto:[^@\s?]+@[^@\s?]+\.[a-zæøå]{2,}", address)
            else "e-mailadressen er ufuldstændig"
        )
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return "adressen kan ikke læses"
    if "://" in address.partition("://")[2].partition("?")[0]:
        return "adressen begynder to gange"
    return _of_host(parts, host) or _of_query(parts)


def _of_host(parts: SplitResult, host: str) -> str:
    if parts.scheme != "https":
        return "skriv adressen med https://"
    if _is_number(host):
        return "adressen er et tal i stedet for et navn"
    if "." not in host or host.endswith(_INWARD):
        return "adressen findes kun på kommunens eget net"
    if _is_one_of(host, _INVENTED):
        return "adressen er opdigtet"
    if _is_one_of(host, _PASSED_ON):
        return "adressen sender læseren videre og registrerer det; brug den, man ender på"
    return "" if re.search(r"\.[a-zæøå]{2,}$|\.xn--[a-z0-9-]+$", host) else "adressens navn er ikke helt"


def _of_query(parts: SplitResult) -> str:
    tracking = [key for key, _ in parse_qsl(parts.query, keep_blank_values=True) if _TRACKING.fullmatch(key)]
    return f"adressen sporer læseren med {', '.join(tracking)}" if tracking else ""


def without_tracking(address: str) -> str:
    """The address without the parameters that track; all else as it is written."""
    head, mark, rest = address.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair.partition("=")[0])]
    return (
        head + (mark + "&".join(kept) if kept else "") + hash_mark + fragment
        if len(kept) < len(pairs)
        else address
    )


def _is_one_of(host: str, names: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
