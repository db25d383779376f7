"""What the name of a part gives away: macros, embedded files, thumbnails, data fetched elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.found import Source
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

# Sources: ECMA-376-1, 11.3 and 15.2 (parts of WordprocessingML; embedded parts); ODF 1.3 part 2, 2.2.1
_NAMES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), rule)
    for pattern, rule in (
        (
            r"(?:^|/)(?:vbaProject[^/]*\.bin|vbaData[^/]*\.xml|macrosheets/.+|attachedToolbars\.bin)$",
            Rule.H107,
        ),
        (r"^(?:Basic|Scripts)/.+", Rule.H107),
        (r"(?:^|/)(?:embeddings|activeX|ctrlProps)/[^/]+$", Rule.H105),
        (r"^Object ?[0-9]+/content\.xml$|^ObjectReplacements/.+", Rule.H105),
        (r"(?:^|/)glossary/document\.xml$", Rule.H114),
        (r"(?:^|/)externalLinks/externalLink[0-9]*\.xml$", Rule.H108),
        (r"(?:^|/)(?:connections|queryTables/[^/]+)\.xml$", Rule.H108),
        (r"(?:^|/)pivotCache/pivotCacheRecords[0-9]*\.xml$", Rule.H105),
        (r"(?:^|/)revisions/[^/]+\.xml$", Rule.H102),
        (r"(?:^|/)(?:docProps/)?thumbnails?(?:\.[a-z]+|/.+)$", Rule.H117),
        (r"(?:^|/)(?:printerSettings|userCustomization|customUI)/.+|(?:^|/)customizations\.xml$", Rule.H111),
    )
)


def name_traces(source: Source) -> Iterator[Trace]:
    """What a part is by its name in its container."""
    if source.data:
        for name, rule in _NAMES:
            if name.search(source.name):
                yield Trace(rule)
