"""Days on which something confidential happened, where a text tells of them and of what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from answerkit.model.frozen import dataclass
from answerkit.verify.match.phrases import Met
from answerkit.verify.match.view import Hit, View, sentence_around
from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.days import Day, days_at
from answerkit.verify.secrets.secret import Secrets, Sentence, Tells

_FEWEST_COMMON = 3


@dataclass(frozen=True, slots=True)
class _Event:
    """What a sentence says of a day: stems with how much they tell."""

    secret: int
    words: dict[str, Tells] = field(repr=False)


class DaySearch:
    """Finds days of secret sentences beside another word of the same sentence."""

    def __init__(self, secrets: Secrets) -> None:
        self._events: dict[Day, list[_Event]] = {}
        for index, secret in enumerate(secrets):
            if isinstance(secret, Sentence) and secret.days:
                event = _Event(index, _words(secret))
                for day in secret.days:
                    self._events.setdefault(day, []).append(event)

    def find(self, seen: View, met: Met) -> Iterator[Hit]:
        """Each of them in a view."""
        for at, sense in met:
            for day, first, last in days_at(seen.words, at) if sense.dated else ():
                for event in self._events.get(day, ()):
                    if _tells_of(seen, at, event):
                        yield Hit(seen, event.secret, first, last)


def _words(sentence: Sentence) -> dict[str, Tells]:
    told = zip(sentence.words, sentence.tells, strict=True)
    return {stem(word): tells for word, tells in told if tells and not word.isdigit()}


def _tells_of(seen: View, at: int, event: _Event) -> bool:
    """Whether the sentence around a day says a word of the event that tells something, or several others."""
    first, after = sentence_around(seen, at)
    common = [event.words[word] for word in set(map(stem, seen.words[first:after])) if word in event.words]
    return len(common) >= _FEWEST_COMMON or any(tells >= Tells.SOMETHING for tells in common)
