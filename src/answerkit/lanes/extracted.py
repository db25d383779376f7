"""The text of a public file that several gates look at, one after the other."""

from __future__ import annotations

from functools import lru_cache

from answerkit.verify.extract.read import Extracted, extract


@lru_cache(maxsize=1)
def extracted(name: str, data: bytes) -> Extracted:
    """What ``extract`` gives; of the file that was asked for last, it is remembered."""
    return extract(name, data)
