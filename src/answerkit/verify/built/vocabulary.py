"""The types of the values in a built file: numbers, names and enumerations, and text where it is shown."""

from answerkit.verify.built.notation import Types

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""How every part of XML begins."""

MOST_OF_A_KIND = 9999
"""No document has more footnotes, links or lists; their numbers have four digits."""

_OOXML = "http://schemas.openxmlformats.org"
WORD_NAMESPACES = (
    f'xmlns:w="{_OOXML}/wordprocessingml/2006/main" '
    f'xmlns:r="{_OOXML}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_OOXML}/drawingml/2006/wordprocessingDrawing"'
)

_NUMBER = r"[1-9][0-9]{0,3}"

VALUES: Types = {
    "attribute": r'(?:[^<>&"]++|&(?:amp|lt|gt|quot|#10);)++',
    "number": _NUMBER,
    "start": r"0|[1-9][0-9]{0,8}",
    "level": r"[0-2]",
    "relation": rf"rId{_NUMBER}",
    "bookmark": rf"a_(?:afsnit(?:_{_NUMBER}){{1,3}}|(?:tabel|figur)_{_NUMBER})",
    "twips": r"0|[1-9][0-9]{0,4}",
    "emu": r"[1-9][0-9]{0,7}",
    "address": r'(?:[^<>&"\s]++|&amp;)++',
    "image": rf"media/image{_NUMBER}\.(?:png|svg)",
    "border": r"[A-Za-z]{1,20}",
    "eighths": r"[1-9][0-9]?",
    "points": r"[0-9]|[1-3][0-9]",
    "colour": r"auto|[0-9A-F]{6}",
    "height": r"[1-9][0-9]{1,2}",
    "language": r"(?:de-DE|en-GB|es-ES|fi-FI|fo-FO|fr-FR|is-IS|it-IT|kl-GL|nl-NL|nb-NO|pl-PL|sv-SE|tr-TR)",
}
"""What values look like in both editions.

Source: ISO/IEC 29500-1, 17.18.2 (ST_Border) and 17.18.38 (ST_HexColor) for borders.
"""

PUBLIC_STYLES = (
    "normal",
    "title",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "case fact",
    "toc 1",
    "list bullet",
    "list bullet 2",
    "list bullet 3",
    "list number",
    "list number 2",
    "list number 3",
    "list continue",
    "list continue 2",
    "list continue 3",
    "caption",
    "picture",
    "notice",
    "table heading",
    "table heading number",
    "table text",
    "table number",
    "table list bullet",
    "table list number",
    "table note",
    "header",
    "footer",
    "footnote text",
    "footnote reference",
    "hyperlink",
    "answer table",
)
"""Names of the styles that a document uses, in lower case."""

CONFIDENTIAL_STYLES = ("confidential", "confidential notice", "header banner")
"""Names of the styles that only the confidential edition uses."""
