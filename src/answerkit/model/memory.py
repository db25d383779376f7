"""What may be remembered from one run to the next: texts by key, made from public content alone."""

from __future__ import annotations

from typing import Protocol


class Memory(Protocol):
    """Texts by key. Nothing of the confidential tree may be kept, nor be part of a key."""

    def recall(self, key: str) -> str | None:
        """The text that was kept under the key; None when there is none."""

    def keep(self, key: str, text: str) -> None:
        """Keep a text for later runs."""
