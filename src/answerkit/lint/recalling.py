"""What was found out of a public text in an earlier run, by the text itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar, cast

from answerkit.model.memory import Memory, from_json

T = TypeVar("T")


def recalled(memory: Memory | None, about: str, text: str, find_out: Callable[[], T]) -> T:
    """The facts of a public text, as JSON can hold them; found out where they are not remembered.

    ``about`` says which facts they are, with all that they depend on besides the text.
    """
    if memory is None:
        return find_out()
    key = sha256(f"{about}\0{text}".encode()).hexdigest()
    known = memory.recall(key)
    if known is not None:
        return cast("T", from_json(known))
    facts = find_out()
    memory.keep(key, json.dumps(facts, ensure_ascii=False))
    return facts
