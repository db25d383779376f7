"""Ways to write a secret so that a plain search misses it. Each takes a text and gives it disguised."""

from __future__ import annotations

import base64
import codecs
import gzip
import html
import quopri
import re
import zlib
from collections.abc import Callable
from urllib.parse import quote, quote_plus

Disguise = Callable[[str], str]

_FULLWIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_CYRILLIC = str.maketrans("aeopcxyiAEOPCTXHKMB", "аеорсхуіАЕОРСТХНКМВ")
_GREEK = str.maketrans("oivABEHIKMNOPTXYZ", "οινΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")
_LEET = str.maketrans("oeast", "03457")
_RAISED = str.maketrans("abdeghijklmnoprstuvwxyz0123456789", "ᵃᵇᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL_CAPITALS = str.maketrans("abcdegijklmnoprtuvz", "ᴀʙᴄᴅᴇɢɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴢ")


def _bold(char: str) -> str:
    if char.isascii() and char.isalpha():
        return chr((0x1D400 if char.isupper() else 0x1D41A - 32) + ord(char) - 65)
    return char


def _circled(char: str) -> str:
    if char.isascii() and char.isalpha():
        return chr((0x24B6 if char.isupper() else 0x24D0 - 32) + ord(char) - 65)
    return char


def _bracketed(char: str) -> str:
    return chr(0x249C + ord(char.lower()) - 97) if char.isascii() and char.isalpha() else char


def _every(separator: str) -> Disguise:
    return separator.join


def _middles(mark: str) -> Disguise:
    """Put a mark into the middle of each word of at least four letters."""

    def broken(found: re.Match[str]) -> str:
        word = found.group()
        return word[: len(word) // 2] + mark + word[len(word) // 2 :]

    return lambda text: re.sub(r"[^\W\d_]{4,}", broken, text)


def _letters(**forms: str) -> Disguise:
    table = {ord(letter): form for letter, form in forms.items()}
    table |= {ord(letter.upper()): form.capitalize() for letter, form in forms.items()}
    return lambda text: text.translate(table)


def _misread(encoding: str, times: int = 1) -> Disguise:
    def misread(text: str) -> str:
        for _ in range(times):
            text = "".join(_char(byte, encoding) for byte in text.encode("utf-8"))
        return text

    return misread


def _char(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def _escape(pattern: str) -> Disguise:
    return lambda text: "".join(pattern.format(ord(char)) for char in text)


def _escape_others(pattern: str) -> Disguise:
    return lambda text: "".join(char if char.isascii() else pattern.format(ord(char)) for char in text)


def _base64(encoding: str = "utf-8") -> Disguise:
    return lambda text: base64.b64encode(text.encode(encoding)).decode()


def _words(each: Disguise) -> Disguise:
    return lambda text: " ".join(each(word) for word in text.split())


PLAIN: dict[str, Disguise] = {
    "as it is": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "swapped case": str.swapcase,
    "letter by letter": _every(" "),
    "double spaces": lambda text: text.replace(" ", "   "),
    "without spaces": lambda text: text.replace(" ", ""),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "over two lines": lambda text: text.replace(" ", "\n"),
    "over cells": lambda text: text.replace(" ", "\t"),
    "split runs": _middles("\t"),
    "soft hyphens": _middles("\u00ad"),
    "hyphen at the line end": _middles("-\n"),
    "hyphen and indent at the line end": _middles("-\r\n    "),
    "hard hyphen": _middles("\u2010"),
    "zero-width spaces": _every("\u200b"),
    "zero-width joiners": _every("\u200d"),
    "byte order marks": _every("\ufeff"),
    "combining strokes": _every("\u0336"),
    "combining accents": _every("\u0301"),
    "decomposed": lambda text: __import__("unicodedata").normalize("NFD", text),
    "full width": lambda text: text.translate(_FULLWIDTH),
    "mathematical bold": lambda text: "".join(map(_bold, text)),
    "circled letters": lambda text: "".join(map(_circled, text)),
    "Cyrillic look-alikes": lambda text: text.translate(_CYRILLIC),
    "Greek look-alikes": lambda text: text.translate(_GREEK),
    "small capitals": lambda text: text.translate(_SMALL_CAPITALS),
    "ae oe aa": _letters(æ="ae", ø="oe", å="aa"),
    "a o a": _letters(æ="a", ø="o", å="a"),
    "Swedish letters": _letters(æ="ä", ø="ö"),
    "UTF-8 as Windows-1252": _misread("cp1252"),
    "UTF-8 as Latin-1": _misread("latin-1"),
    "UTF-8 as code page 850": _misread("cp850"),
    "UTF-8 as Mac Roman": _misread("mac_roman"),
    "UTF-8 as Windows-1252 twice": _misread("cp1252", 2),
    "percent": quote,
    "percent, all": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "HTML names": lambda text: text.translate(
        {230: "&aelig;", 248: "&oslash;", 229: "&aring;", 216: "&Oslash;"}
    ),
    "HTML decimal": _escape("&#{};"),
    "HTML hexadecimal": _escape("&#x{:x};"),
    "HTML escape of an escape": lambda text: html.escape(_escape_others("&#{};")(text)),
    "base64": _base64(),
    "base64, URL-safe and unpadded": lambda text: (
        base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    ),
    "base64 of UTF-16": _base64("utf-16-le"),
    "hexadecimal": lambda text: text.encode().hex(),
    "hexadecimal with spaces": lambda text: text.encode().hex(" "),
    "quoted-printable": lambda text: quopri.encodestring(text.encode()).decode(),
    "quoted-printable, all": lambda text: "".join(f"={byte:02X}" for byte in text.encode()),
    "JSON escapes": _escape("\\u{:04x}"),
    "JSON escapes of other letters": _escape_others("\\u{:04x}"),
    "code points": lambda text: " ".join(f"U+{ord(char):04X}" for char in text),
    "Python byte escapes": lambda text: "".join(f"\\x{byte:02x}" for byte in text.encode()),
    "RTF escapes": lambda text: "".join(c if c.isascii() else f"\\'{c.encode('cp1252').hex()}" for c in text),
    "backwards": lambda text: text[::-1],
    "backwards, shown forwards": lambda text: f"\u202e{text[::-1]}\u202c",
    "alternating case": lambda text: "".join(c.upper() if at % 2 else c.lower() for at, c in enumerate(text)),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "underscores": lambda text: text.replace(" ", "_"),
    "commas": lambda text: text.replace(" ", ", "),
    "each word in bold": _words("**{}**".format),
    "hyphen, space, line end": _middles("- \n"),
    "word joiners": _every("\u2060"),
    "grapheme joiners": _every("\u034f"),
    "variation selectors": _every("\ufe0f"),
    "underlined": _every("\u0332"),
    "in brackets": lambda text: "".join(map(_bracketed, text)),
    "UTF-8 as code page 437": _misread("cp437"),
    "percent, plus for spaces": quote_plus,
    "HTML no-break spaces": lambda text: text.replace(" ", "&nbsp;"),
    "base64 in lines": lambda text: base64.encodebytes(text.encode()).decode(),
    "base64 of Latin-1": _base64("latin-1"),
    "base64 of UTF-16 with its mark": _base64("utf-16"),
    "hexadecimal of Latin-1": lambda text: text.encode("latin-1").hex(),
    "hexadecimal with colons": lambda text: text.encode().hex(":"),
    "hexadecimal with prefixes": lambda text: " ".join(f"0x{byte:02x}" for byte in text.encode()),
    "JavaScript escapes": _escape("\\u{{{:x}}}"),
    "old JavaScript escapes": _escape("%u{:04X}"),
}
"""Disguises that must always be seen through."""

NASTY: dict[str, Disguise] = {
    "base64 twice": lambda text: _base64()(_base64()(text)),
    "percent twice": lambda text: quote(quote(text)),
    "hexadecimal in base64": lambda text: _base64()(text.encode().hex()),
    "base64 backwards": lambda text: _base64()(text)[::-1],
    "base64 of it backwards": lambda text: _base64()(text[::-1]),
    "packed, in base64": lambda text: base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode(),
    "packed by zlib, in hexadecimal": lambda text: zlib.compress(text.encode()).hex(),
    "tags in words": lambda text: "</b><b>".join(re.findall("..?.?", text)),
    "base64 in short lines": lambda text: "\n".join(re.findall(".{1,20}", _base64()(text * 3))),
    "base85": lambda text: base64.b85encode(text.encode()).decode(),
    "Ascii85": lambda text: base64.a85encode(text.encode(), adobe=True).decode(),
    "base32": lambda text: base64.b32encode(text.encode()).decode(),
    "ROT13": lambda text: codecs.encode(text, "rot13"),
    "digits for letters": lambda text: text.translate(_LEET),
    "signs for letters": lambda text: text.replace("a", "@").replace("e", "€").replace("s", "$"),
    "dots between letters": _every("."),
    "stars between letters": _every("*"),
    "lines between letters": _every("\n"),
    "spaced Cyrillic": lambda text: " ".join(text.translate(_CYRILLIC)),
    "zero width and full width": lambda text: "\u200b".join(text.translate(_FULLWIDTH)),
    "mojibake in base64": lambda text: _base64()(_misread("cp1252")(text)),
    "mojibake in HTML": lambda text: _escape_others("&#{};")(_misread("cp1252")(text)),
    "UTF-8 as Windows-1252 three times": _misread("cp1252", 3),
    "Latin-1 as code page 850": lambda text: text.encode("cp1252", "replace").decode("cp850"),
    "code page 850 as Windows-1252": lambda t: "".join(
        _char(b, "cp1252") for b in t.encode("cp850", "replace")
    ),
    "Danish letters lost": lambda text: re.sub("[æøåÆØÅ]", "?", text),
    "Danish letters gone": lambda text: re.sub("[æøåÆØÅöüÖÜ]", "", text),
    "ISO 646": _letters(æ="{", ø="|", å="}"),
    "each word backwards": _words(lambda word: word[::-1]),
    "decimal codes": lambda text: " ".join(str(byte) for byte in text.encode("cp1252")),
    "bits": lambda text: " ".join(f"{byte:08b}" for byte in text.encode()),
    "UTF-7": lambda text: text.encode("utf-7").decode(),
    "letters mixed with punctuation": _every("-"),
    "tag characters": lambda text: "".join(chr(0xE0000 + ord(c)) if c.isascii() else c for c in text),
    "quoted-printable in Latin-1": lambda text: quopri.encodestring(text.encode("cp1252")).decode(),
    "base64 in groups of four": lambda text: " ".join(re.findall("..?.?.?", _base64()(text))),
    "hexadecimal backwards": lambda text: text.encode().hex()[::-1],
    "words from last to first": lambda text: " ".join(text.split()[::-1]),
    "two letters at a time": lambda text: " ".join(re.findall("..?", text)),
    "percent of base64": lambda text: quote(_base64()(text)),
    "Cyrillic look-alikes backwards": lambda text: text.translate(_CYRILLIC)[::-1],
    "JSON escapes in HTML": lambda text: html.escape(_escape("\\u{:04x}")(text)),
    "superscript": lambda text: text.translate(_RAISED),
    "percent in Latin-1": lambda text: quote(text, encoding="cp1252"),
}
"""Disguises of which nine in ten must be seen through."""
