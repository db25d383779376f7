"""The styles that the reference file must bring, by the names that Word itself gives them."""

from enum import Enum


class Style(Enum):
    """A style by its name, in lower case: Word does not tell cases apart in the names of its own styles.

    Source: ISO/IEC 29500-1, 17.7.4 (name): names of built-in styles are English, whatever the language.
    """

    NORMAL = "normal"
    TITLE = "title"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    CASE_FACT = "case fact"
    PART_ENTRY = "toc 1"
    BULLET_1 = "list bullet"
    BULLET_2 = "list bullet 2"
    BULLET_3 = "list bullet 3"
    NUMBER_1 = "list number"
    NUMBER_2 = "list number 2"
    NUMBER_3 = "list number 3"
    CONTINUE_1 = "list continue"
    CONTINUE_2 = "list continue 2"
    CONTINUE_3 = "list continue 3"
    CAPTION = "caption"
    PICTURE = "picture"
    NOTICE = "notice"
    CONFIDENTIAL = "confidential"
    CONFIDENTIAL_NOTICE = "confidential notice"
    TABLE = "answer table"
    TABLE_HEADING = "table heading"
    TABLE_HEADING_NUMBER = "table heading number"
    TABLE_TEXT = "table text"
    TABLE_NUMBER = "table number"
    TABLE_BULLET = "table list bullet"
    TABLE_LIST_NUMBER = "table list number"
    TABLE_NOTE = "table note"
    HEADER = "header"
    HEADER_BANNER = "header banner"
    FOOTER = "footer"
    FOOTNOTE_TEXT = "footnote text"
    FOOTNOTE_REFERENCE = "footnote reference"
    HYPERLINK = "hyperlink"


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)
BULLETS = (Style.BULLET_1, Style.BULLET_2, Style.BULLET_3)
NUMBERS = (Style.NUMBER_1, Style.NUMBER_2, Style.NUMBER_3)
CONTINUATIONS = (Style.CONTINUE_1, Style.CONTINUE_2, Style.CONTINUE_3)
TABLE_LISTS = (Style.TABLE_BULLET, Style.TABLE_LIST_NUMBER)
LISTS = (*BULLETS, *NUMBERS, *TABLE_LISTS)
