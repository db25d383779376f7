"""Ways to hide text in XML, between what a reader sees, and in characters that nobody sees."""

from __future__ import annotations

from verify.built.clean import (
    BODY,
    CORE,
    FOOTER,
    HEADER,
    NOTE_RELATIONS,
    NOTES,
    NUMBERING,
    RELATIONS,
    clean,
)
from verify.built.spoiling import (
    SECRET,
    Spoiling,
    entries,
    first,
    inside,
    last,
    look,
    put,
    swap,
    swap_all,
)

_COMMENT = f"<!--{SECRET}-->"

XML: tuple[Spoiling, ...] = (
    (
        "another encoding",
        "S120",
        put(BODY, entries(clean())[BODY].decode().encode("utf-16")),
    ),
    ("no UTF-8", "S120", put(BODY, entries(clean())[BODY] + b"\xff")),
    ("another declaration", "S120", swap(BODY, 'standalone="yes"', 'standalone="no" ')),
    ("an instruction to a program", "S122", inside(f"<?viggo {SECRET}?>")),
    ("a DTD", "S123", first(BODY, f'<!DOCTYPE x [<!ENTITY v "{SECRET}">]>')),
    ("CDATA", "S123", swap(BODY, "Slut.", f"<![CDATA[{SECRET}]]>")),
    ("an entity", "S126", swap(BODY, "Slut.", "Slut&viggo;.")),
    ("a character reference", "S126", swap(BODY, "Slut.", "Slut&#86;.")),
    ("a greater-than sign", "S126", swap(BODY, "Slut.", "Slut>.")),
    ("an escape too many", "S126", swap(BODY, "Slut.", "Slut&quot;.")),
    ("white space in a tag", "S125", swap(BODY, "<w:br/>", "<w:br />")),
    ("another quotation mark", "S125", swap(BODY, 'w:val="Title"', "w:val='Title'")),
    (
        "another order of attributes",
        "S125",
        swap(BODY, 'w:id="1" w:name="a_afsnit_1"', 'w:name="a_afsnit_1" w:id="1"'),
    ),
    ("an empty element in two tags", "S125", swap(BODY, "<w:b/>", "<w:b></w:b>")),
    ("text between paragraphs", "S126", swap(BODY, "</w:p><w:sectPr>", f"</w:p>{SECRET}<w:sectPr>")),
    ("text between a paragraph's runs", "S127", swap(BODY, "<w:r><w:t", f"{SECRET}<w:r><w:t")),
    ("a line feed between elements", "S127", swap(BODY, "<w:body><w:p>", "<w:body>\n<w:p>")),
    ("another namespace", "S125", swap(BODY, " xmlns:r=", f' xmlns:viggo="{SECRET}" xmlns:r=')),
    ("another prefix", "S124", swap(BODY, "<w:br/>", f'<v:br xmlns:v="{SECRET}"/>')),
    ("elements to ignore", "S125", swap(BODY, "<w:document ", '<w:document mc:Ignorable="v" ')),
    ("an alternate content", "S124", inside(f"<mc:AlternateContent>{SECRET}</mc:AlternateContent>")),
    ("an element without name", "S124", inside("<>")),
    ("a tag that does not end", "S125", swap(BODY, "</w:document>", "</w:document")),
    ("tags that do not match", "S127", swap(BODY, "</w:body></w:document>", "</w:document></w:body>")),
    ("closing tags too many", "S127", swap(BODY, "<w:p>", "</w:p></w:p></w:p></w:p><w:p>")),
    ("a second root", "S127", last(BODY, "<w:p></w:p>")),
    ("a style for a run that is no link", "S127", look('<w:rStyle w:val="Hyperlink"/>')),
    ("a style that does not exist", "S125", swap(BODY, 'w:val="Normal"', f'w:val="{SECRET}"')),
    ("a number of a revision", "S125", swap(BODY, "<w:p>", '<w:p w:rsidR="00V1660">')),
    ("an attribute of another kind", "S125", swap(BODY, "<w:br/>", f'<w:br w:type="{SECRET}"/>')),
    ("a number that is a text", "S125", swap(BODY, 'w:id="1"', f'w:id="{SECRET}"')),
    ("a number that is too long", "S125", swap(BODY, 'w:id="1"', 'w:id="8610371111"')),
    ("xml:space of another kind", "S125", swap(BODY, 'xml:space="preserve"', f'xml:space="{SECRET}"')),
    ("a run without content", "S127", inside("<w:r></w:r>")),
    ("a run without text", "S127", inside('<w:r><w:t xml:space="preserve"></w:t></w:r>')),
    (
        "a second text in a run",
        "S127",
        swap(BODY, "Slut.</w:t>", f'Slut.</w:t><w:t xml:space="preserve">{SECRET}</w:t>'),
    ),
    ("text of a deletion", "S124", inside(f"<w:r><w:delText>{SECRET}</w:delText></w:r>")),
    (
        "an instruction in the body",
        "S127",
        inside(f'<w:r><w:instrText xml:space="preserve"> SET v "{SECRET}" </w:instrText></w:r>'),
    ),
    ("half a field in the body", "S127", inside('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')),
    (
        "a list property that is a text",
        "S125",
        swap(BODY, '<w:ilvl w:val="0"/>', f'<w:ilvl w:val="{SECRET}"/>'),
    ),
    (
        "a property of the page",
        "S124",
        swap(BODY, "</w:sectPr>", f'<w:docGrid w:charSpace="{SECRET}"/></w:sectPr>'),
    ),
    ("a subject", "S124", swap(CORE, "<dc:language>", f"<dc:subject>{SECRET}</dc:subject><dc:language>")),
    (
        "who changed it last",
        "S124",
        swap(CORE, "<dc:language>", f"<cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy><dc:language>"),
    ),
    (
        "a date of making",
        "S124",
        swap(CORE, "<dc:language>", "<dcterms:created>2021</dcterms:created><dc:language>"),
    ),
    ("a language that is a text", "S125", swap(BODY, 'w:lang w:val="en-GB"', f'w:lang w:val="{SECRET}"')),
    ("two hundred unknown elements", "S124", inside("<v:v/>" * 200)),
)


_GENERATED = (BODY, NOTES, HEADER, FOOTER, CORE, RELATIONS, NOTE_RELATIONS)
_CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:sdt", "w:customXml", "w:smartTag", "w:object", "w:fldSimple")
_MARKS = ("w:commentRangeStart", "w:proofErr", "w:permStart", "w:altChunk", "w:subDoc", "w:sym", "w:ruby")
_HIDING = ("w:vanish", "w:webHidden", "w:specVanish")
_LOOKS = ('w:color w:val="FFFFFF"', 'w:sz w:val="2"', 'w:highlight w:val="white"', "w:caps")

SERIES: tuple[Spoiling, ...] = (
    *((f"a byte order mark in {part}", "S120", swap(part, "<?xml", "\ufeff<?xml")) for part in _GENERATED),
    *((f"a comment before the root of {part}", "S121", first(part, _COMMENT)) for part in _GENERATED),
    *((f"a comment behind the root of {part}", "S121", last(part, _COMMENT)) for part in _GENERATED),
    *((f"text behind the root of {part}", "S126", last(part)) for part in _GENERATED),
    *((f"white space behind the root of {part}", "S126", last(part, " \t")) for part in _GENERATED),
    ("a comment in the numbering", "S110", first(NUMBERING, _COMMENT)),
    ("a comment behind the numbering", "S110", last(NUMBERING, _COMMENT)),
    *((f"an element {name}", "S124", inside(f"<{name}>{SECRET}</{name}>")) for name in _CHANGES),
    *((f"an element {name}", "S124", inside(f'<{name} w:id="{SECRET}"/>')) for name in _MARKS),
    *((f"hidden by {name}", "S128", look(f"<{name}/>")) for name in _HIDING),
    *((f"a run with {name}", "S124", look(f"<{name}/>")) for name in _LOOKS),
)

CHARACTERS: tuple[Spoiling, ...] = (
    (
        "an invisible character in a description",
        "S130",
        swap_all(*[swap(BODY, "En rød", "En\u200b rød")] * 2),
    ),
    ("an invisible character in the header", "S130", swap(HEADER, "Prøve", "Prø\u200bve")),
    ("an invisible character in a note", "S130", swap(NOTES, "Andet", "An\u200bdet")),
    ("an invisible character in a target", "S130", swap(RELATIONS, "vejledning", "vej\u200bledning")),
    ("a letter in two characters", "S132", swap(BODY, "Slut.", "Sluta\u030a.")),
    ("three spaces", "S131", swap(BODY, "Slut.", "Sl   ut.")),
    ("spaces of two kinds", "S131", swap(BODY, "Slut.", "Sl \xa0 ut.")),
    ("spaces shared by three runs", "S131", inside('<w:r><w:t xml:space="preserve"> </w:t></w:r>' * 3)),
    (
        "line feeds in a description",
        "S131",
        swap_all(*[swap(BODY, "En rød", "En&#10;&#10;&#10; rød")] * 2),
    ),
)


_SIGNS = {
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a word joiner": "\u2060",
    "a byte order mark": "\ufeff",
    "a soft hyphen": "\xad",
    "a tag character": "\U000e0056",
    "a variation selector": "\ufe01",
    "a supplementary variation selector": "\U000e0101",
    "a right-to-left override": "\u202e",
    "an isolate": "\u2067",
    "a left-to-right mark": "\u200e",
    "a Cyrillic a": "а",
    "a Greek omicron": "ο",
    "an Armenian letter": "օ",
    "a fullwidth letter": "Ｖ",
    "a mathematical letter": "𝐕",
    "a ligature": "ﬁ",
    "a long s": "ſ",
    "a private character": "\ue000",
    "a blank Braille cell": "\u2800",
    "a Hangul filler": "\u3164",
    "an ideographic space": "\u3000",
    "a thin space": "\u2009",
    "a combining accent": "q\u0301",
    "an invisible times": "\u2062",
    "a line separator": "\u2028",
    "an interlinear annotation": "\ufff9",
    "a tabulator": "\t",
    "a control character": "\x7f",
    "a next line": "\x85",
}

SIGNS: tuple[Spoiling, ...] = tuple(
    (name, "S130", swap(BODY, "Slut.", f"Slut{sign}.")) for name, sign in _SIGNS.items()
)

WAYS: tuple[Spoiling, ...] = (*XML, *SERIES, *CHARACTERS, *SIGNS)
