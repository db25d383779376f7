"""What may be remembered from one run to the next: texts by key, made from public content alone."""

from __future__ import annotations

import json
from typing import Any, Protocol

_decode = json.JSONDecoder().raw_decode


class Memory(Protocol):
    """Texts by key. Nothing of the confidential tree may be kept, nor be part of a key."""

    def recall(self, key: str) -> str | None:
        """The text that was kept under the key; None when there is none."""

    def keep(self, key: str, text: str) -> None:
        """Keep a text for later runs."""


def from_json(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    """What ``json.loads`` gives, without its looking around, which takes as long for a text this short.

    Raises:
        ValueError: it is no JSON.
    """
    return _decode(text)[0]
