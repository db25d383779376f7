"""Ways to hide text in a built file: a name, the rule that must find it, and the spoilt file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from verify.built import hide_archive, hide_layout, hide_parts, hide_pictures, hide_references, hide_xml
from verify.built.spoiling import Way, way

_PLACES = (hide_parts, hide_xml, hide_references, hide_layout, hide_pictures)


def ways() -> Iterator[Way]:
    """Every way there is."""
    yield from hide_archive.ways()
    yield from map(way, chain.from_iterable(place.WAYS for place in _PLACES))
