"""The readings of a text that something was encoded in: each takes one layer away."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape

from answerkit.verify.match.mojibake import repaired
from answerkit.verify.match.view import Disguise

_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})++")
_SIGN = re.compile("[%=]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
_TAG_IN_WORD = re.compile(r"(?<=[\w.@-])(?:</?[A-Za-z][^<>]{0,200}>)++(?=[\w.@-])")
_ESCAPE = re.compile(
    r"(?:\\u|\\x|\\U|%u|U\+|\\)\{?(?:(?<=\\u)[0-9A-Fa-f]{4}|(?<=\\x)[0-9A-Fa-f]{2}|(?<=\\U)[0-9A-Fa-f]{8}"
    r"|(?<=%u)[0-9A-Fa-f]{4}|(?<=U\+)[0-9A-Fa-f]{4,6}|(?<=\{)[0-9A-Fa-f]{1,6})\}?"
)
_OCTAL = re.compile(r"\\([0-3][0-7]{2})")
_RTF = re.compile(r"\\'([0-9A-Fa-f]{2})")
_RTF_UNICODE = re.compile(r"\\u(-?\d{1,5}) ?\??")
_CSS = re.compile(r"\\([0-9A-Fa-f]{2,6}) ?(?=\w|$)")
_QUOTED = re.compile(r"=[0-9A-Fa-f]{2}|=[ \t]*\r?\n")
_QUOTED_BYTES = re.compile(r"(?:=[0-9A-Fa-f]{2})++")
_SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
_BASE64 = re.compile(r"={0,2}[A-Za-z0-9+/_-]{6,}={0,6}")
_BASE64_TELLTALE = re.compile(r"[0-9+/=]|[a-z][A-Z]")
_BASE64_GROUPS = re.compile(r"(?<!\S)(?:[A-Za-z0-9+/_-]{4}\s){2,}[A-Za-z0-9+/_-]{2,4}={0,2}(?!\S)")
_BASE64_LINE = 16
_BASE32 = re.compile(r"[A-Z2-7]{12,}={0,6}")
_ONLY_BASE85 = frozenset("!#$%&()*;<>?@^`{|}~\"',[]\\:")
_FEWEST_SIGNS = 2
_LONG_RUN = re.compile(r"\S{12,}")
_SMALL_LETTERS = re.compile("[a-zæøå]{6}")
_HEX = re.compile(
    r"[0-9A-Fa-f\\%](?<![0-9A-Za-z].)"
    r"(?:(?<=[0\\])x[0-9A-Fa-f]{2}|(?<=%)[0-9A-Fa-f]{2}|(?<=[0-9A-Fa-f])[0-9A-Fa-f])"
    r"(?:[\s:,;-]*(?:0x|\\x)?[0-9A-Fa-f]{2}){4,}(?![0-9A-Za-z])"
)
_HEX_PREFIX = re.compile(r"0x|\\x|[\s:,;%-]")
_CODES = re.compile(r"\d(?<!\d\d)\d{1,2}(?:[\s,;]+\d{2,3}){4,}(?!\d)")
_BITS = re.compile(r"[01](?<![01]{2})[01]{7}(?:\s*[01]{8}){3,}(?![01])")
_PUNYCODE = re.compile(r"xn--[A-Za-z0-9-]{1,59}", re.IGNORECASE)
_UTF7 = re.compile(r"\+[A-Za-z0-9/]{2,}-")
_SIGN_FOR_LETTER = re.compile(
    r"[@$€£!|](?:(?<=[^\W\d_].)(?=[^\W_])|(?<=[^\W_].)(?=[^\W\d_]))|[@$€](?:(?=[^\W\d_]{2})|(?<=[^\W\d_].)(?!\w))"
)
_DIGIT_FOR_LETTER = re.compile(r"[0134578](?<=[^\W\d_].)[0134578]*+(?=[^\W\d_])")
_WORD_WITH_DIGIT = re.compile(r"(?<!\w)[^\W0134578]*+[0134578]\w*+")
_DIGITS_FOR_LETTERS = (str.maketrans("0134578", "oleastb"), str.maketrans("0134578", "oieastb"))
_SIGNS_FOR_LETTERS = str.maketrans("@$€£!|", "aseeil")
_LETTER_FOR_DIGIT = re.compile(
    r"[\dOoQIl|](?<![^\W_].)[\dOoQIl|]++(?![^\W_])(?:[ .–/-][\dOoQIl|]++(?![^\W_]))*+"
)
_LETTERS_FOR_DIGITS = str.maketrans("OoQIl|", "000111")
_FEWEST_DIGITS = 4

_PACKED = frozenset((b"\x1f\x8b", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"))
"""What packed bytes begin with. Sources: RFC 1952, section 2.3.1; RFC 1950, section 2.2."""

_ANY_HEADER = 47
_MOST_UNPACKED = 1 << 20
_DIGITS = frozenset("0123456789")
_SHORTEST_RUN = 8
_FEWEST_IN_RUN = 5
_SHORTEST = 4
_SAMPLE = 4096
_BYTE_ORDER_MARK = "\ufeff"
_MOSTLY = 0.9
_MOSTLY_ASCII = 0.6


def readings(text: str) -> Iterator[tuple[Disguise, str]]:
    """Each text that this one may stand for, with the disguise that was taken off."""
    chars = frozenset(text)
    for marks, decode in _MARKED:
        if chars & marks:
            yield from decode(text)
    yield from ((Disguise.MOJIBAKE, other) for other in repaired(text))
    for disguise, raw in _encoded(text, chars):
        if plain := _text(_unpacked(raw)):
            yield disguise, plain


def _encoded(text: str, chars: frozenset[str]) -> Iterator[tuple[Disguise, bytes]]:
    """The bytes of every run that may be some encoding of bytes."""
    for run in (*_base64_runs(text), *_base64_groups(text)):
        yield from ((Disguise.BASE64, raw) for raw in _base64(run))
        if _BASE32.fullmatch(run):
            yield from ((Disguise.BASE32, raw) for raw in _base32(run))
    for run in _LONG_RUN.findall(text) if len(chars & _ONLY_BASE85) >= _FEWEST_SIGNS else ():
        yield from ((Disguise.BASE85, raw) for raw in _base85(run))
    if len(text) < _SHORTEST_RUN or not chars & _DIGITS:
        return
    for pattern, decoded, disguise in _RUNS if sum(map(text.count, _DIGITS)) >= _FEWEST_IN_RUN else ():
        yield from ((disguise, raw) for found in pattern.finditer(text) for raw in decoded(found.group()))


def _base64_runs(text: str) -> Iterator[str]:
    """Runs with a capital or a digit behind their first letter; lines of the same length are joined too."""
    lines: list[str] = []
    for chunk in text.split():
        if len(chunk) < _SHORTEST_RUN or chunk[1:].islower():
            continue
        if len(chunk) >= _BASE64_LINE and _BASE64.fullmatch(chunk):
            lines.append(chunk)
        elif lines and _BASE64.fullmatch(chunk):
            lines.append(chunk)
            yield "".join(lines)
            lines = []
        yield from _BASE64.findall(chunk)
    if lines:
        yield "".join(lines)


def _base64_groups(text: str) -> Iterator[str]:
    """Runs that stand in groups of four letters with spaces between them."""
    return ("".join(found.group().split()) for found in _BASE64_GROUPS.finditer(text))


def _percent(text: str) -> Iterator[tuple[Disguise, str]]:
    if _PERCENT.search(text):
        yield Disguise.PERCENT, _PERCENT.sub(_from_bytes, text)


def _from_bytes(found: re.Match[str]) -> str:
    """The letters of bytes that are written as two digits each behind a sign."""
    data = bytes.fromhex(_SIGN.sub("", found.group()))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _tags(text: str) -> Iterator[tuple[Disguise, str]]:
    """Tags that stand inside words."""
    if _TAG_IN_WORD.search(text):
        yield Disguise.HTML, _TAG_IN_WORD.sub("", text)


def _html(text: str) -> Iterator[tuple[Disguise, str]]:
    if _ENTITY.search(text):
        yield Disguise.HTML, unescape(text)


def _escaped(text: str) -> Iterator[tuple[Disguise, str]]:
    """Escapes of programming languages, RTF and CSS."""
    for pattern, base in ((_ESCAPE, 16), (_OCTAL, 8), (_RTF, 16), (_RTF_UNICODE, 10), (_CSS, 16)):
        if pattern.search(text):
            yield Disguise.ESCAPED, _joined_surrogates(pattern.sub(partial(_char, base=base), text))


def _char(found: re.Match[str], base: int) -> str:
    digits = found.group(1) if found.re.groups else re.sub(r"^(?:\\[uxU]|%u|U\+)|[{}\\]", "", found.group())
    code = int(digits, base) % 0x10000 if base == 10 else int(digits, base)  # noqa: PLR2004 - RTF counts from -32768
    return chr(code) if code <= 0x10FFFF else ""  # noqa: PLR2004 - the last code point


def _joined_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _quoted_printable(text: str) -> Iterator[tuple[Disguise, str]]:
    if _QUOTED.search(text):
        yield Disguise.QUOTED_PRINTABLE, _QUOTED_BYTES.sub(_from_bytes, _SOFT_BREAK.sub("", text))


def _punycode(text: str) -> Iterator[tuple[Disguise, str]]:
    if _PUNYCODE.search(text):
        yield Disguise.PUNYCODE, _PUNYCODE.sub(_from_punycode, text)


def _from_punycode(found: re.Match[str]) -> str:
    try:
        return found.group()[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return found.group()


def _utf_7(text: str) -> Iterator[tuple[Disguise, str]]:
    if _UTF7.search(text):
        yield Disguise.UTF7, text.encode("utf-8").decode("utf-7", "replace")


def _signs(text: str) -> Iterator[tuple[Disguise, str]]:
    if _SIGN_FOR_LETTER.search(text):
        yield (
            Disguise.LOOKALIKE,
            _SIGN_FOR_LETTER.sub(partial(_translated, table=_SIGNS_FOR_LETTERS), text),
        )


def _digits(text: str) -> Iterator[tuple[Disguise, str]]:
    read = _LETTER_FOR_DIGIT.sub(_as_digits, text)
    if read != text:
        yield Disguise.LOOKALIKE, read


def _letters(text: str) -> Iterator[tuple[Disguise, str]]:
    """Digits in the place of letters that they look like."""
    for table in _DIGITS_FOR_LETTERS if _DIGIT_FOR_LETTER.search(text) else ():
        yield (
            Disguise.LOOKALIKE,
            _WORD_WITH_DIGIT.sub(partial(_with_letters, table=table), text),
        )


def _with_letters(found: re.Match[str], table: dict[int, int]) -> str:
    return found.group() if found.group().isdigit() else _translated(found, table)


def _translated(found: re.Match[str], table: dict[int, int]) -> str:
    return found.group().translate(table)


def _as_digits(found: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in found.group())
    return found.group().translate(_LETTERS_FOR_DIGITS) if digits >= _FEWEST_DIGITS else found.group()


_MARKED: tuple[tuple[frozenset[str], Callable[[str], Iterator[tuple[Disguise, str]]]], ...] = (
    (frozenset("%"), _percent),
    (frozenset("&"), _html),
    (frozenset("<"), _tags),
    (frozenset("\\+%"), _escaped),
    (frozenset("="), _quoted_printable),
    (frozenset("-"), _punycode),
    (frozenset("+"), _utf_7),
    (frozenset("@$€£!|"), _signs),
    (_DIGITS, _digits),
    (_DIGITS, _letters),
)


def _base64(run: str) -> Iterator[bytes]:
    """The bytes, also read from the end; up to three letters of another word at the front are skipped."""
    if not _BASE64_TELLTALE.search(run[1:]):
        return
    standard = run.strip("=").replace("-", "+").replace("_", "/")
    yield from map(_from_base64, (standard, standard[1:], standard[2:], standard[3:], standard[::-1]))


def _from_base64(part: str) -> bytes:
    whole = part[: len(part) - (len(part) % 4 == 1)]
    return base64.b64decode(whole + "=" * (-len(whole) % 4))


def _base32(run: str) -> Iterator[bytes]:
    part = run.rstrip("=")
    try:
        yield base64.b32decode(part + "=" * (-len(part) % 8))
    except binascii.Error:
        return


def _base85(run: str) -> Iterator[bytes]:
    """The bytes, in either alphabet; no such run holds a word of small letters."""
    if _SMALL_LETTERS.search(run) or len(_ONLY_BASE85 & {*run}) < _FEWEST_SIGNS:
        return
    for decode in (base64.b85decode, base64.a85decode):
        try:
            yield decode(run.removeprefix("<~").removesuffix("~>"))
        except ValueError:
            continue


def _hex(run: str) -> Iterator[bytes]:
    digits = _HEX_PREFIX.sub("", run)
    pairs = digits[: len(digits) // 2 * 2]
    yield from (bytes.fromhex(pairs), bytes.fromhex(pairs[::-1]))


def _codes(run: str) -> Iterator[bytes]:
    codes = [int(code) for code in re.split(r"[\s,;]+", run)]
    if all(code <= 0xFF for code in codes):  # noqa: PLR2004 - one byte
        yield bytes(codes)


def _bits(run: str) -> Iterator[bytes]:
    bits = re.sub(r"\s", "", run)
    yield bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


_RUNS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[bytes]], Disguise], ...] = (
    (_HEX, _hex, Disguise.HEX),
    (_CODES, _codes, Disguise.CODES),
    (_BITS, _bits, Disguise.CODES),
)


def _unpacked(raw: bytes) -> bytes:
    """What gzip or zlib has packed, as it was; other bytes as they are."""
    if raw[:2] not in _PACKED:
        return raw
    import zlib  # noqa: PLC0415 - few texts hold packed bytes

    try:
        return zlib.decompressobj(_ANY_HEADER).decompress(raw, _MOST_UNPACKED)
    except zlib.error:
        return raw


def _text(raw: bytes) -> str:
    """The bytes as text, or nothing when they do not look like any."""
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.removeprefix(_BYTE_ORDER_MARK)
        if len(text) >= _SHORTEST and _looks_written(text):
            return text
    return ""


def _encodings(raw: bytes) -> tuple[str, ...]:
    if 3 * raw.count(0) >= len(raw):
        return (
            ("utf-16-le", "utf-16-be")
            if raw[1:2] == b"\0" or raw[:2] == b"\xff\xfe"
            else ("utf-16-be", "utf-16-le")
        )
    return ("utf-8", "cp1252")


def _looks_written(text: str) -> bool:
    sample = text[:_SAMPLE]
    written = sum(char.isprintable() or char.isspace() for char in sample)
    return written >= _MOSTLY * len(sample) and sum(map(str.isascii, sample)) >= _MOSTLY_ASCII * len(sample)
