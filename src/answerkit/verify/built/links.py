"""Links: what one reads before clicking is what the link says, and it leads to a place that is known."""

import re
from collections.abc import Iterator, Sequence

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.facts import PublicFacts
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.parts import BODY, BODY_RELATIONS, NOTES, NOTES_RELATIONS
from answerkit.verify.built.story import Element, words

# Source: the limit that the Open XML SDK's validator sets on w:tooltip.
LONGEST_TIP = 260

# Source: RFC 3986, 3 (syntax): no user in front of the host, no query string, ASCII only.
_PATH = r"[A-Za-z0-9._~!$&'()*+,;=:@%/-]*"
_ADDRESS = re.compile(
    rf"https://[A-Za-z0-9.-]+(?::[0-9]{{1,5}})?(?:/{_PATH})?(?:#{_PATH})?|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
)


def link_faults(content: Content, public: PublicFacts | None) -> Iterator[Fault]:
    """What is wrong with links, inside the document and out of it."""
    anchors = {start["w:name"] for start in content.body.all("w:bookmarkStart")}
    for part, story in ((BODY, content.body), (NOTES, content.notes)):
        for ordinal, link in enumerate(story.all("w:hyperlink"), 1):
            shown = words(story.until(link.position, "/w:hyperlink>"))
            if link["w:tooltip"] != shown[:LONGEST_TIP]:
                yield Fault(Rule.S150, part, f"hyperlink[{ordinal}]")
            if link["w:anchor"] and link["w:anchor"] not in anchors:
                yield Fault(Rule.S152, part, f"hyperlink[{ordinal}]")
    yield from _address_faults(BODY_RELATIONS, content.body_relations, public)
    yield from _address_faults(NOTES_RELATIONS, content.notes_relations, public)


def _address_faults(part: str, rows: Sequence[Element], public: PublicFacts | None) -> Iterator[Fault]:
    for ordinal, row in enumerate(rows, 1):
        if row["TargetMode"] != "External":
            continue
        if not _ADDRESS.fullmatch(row["Target"]):
            yield Fault(Rule.S161, part, f"Relationship[{ordinal}]")
        elif public is not None and row["Target"] not in public.links:
            yield Fault(Rule.S160, part, f"Relationship[{ordinal}]")
