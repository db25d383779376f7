"""How many words of a sentence are enough to know it by.

The numbers were tried on more than a million words of Danish that have nothing to do with each other: of runs
that pass here, fewer than one in a thousand stand in two such texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from answerkit.verify.secrets.secret import Tells

WINDOW = 5
_RUN = 6
_LONG_RUN = 7
_OWN = 3
_TWO = 2
_THREE = 3
_FOUR = 4


def is_enough(told: Sequence[Tells], missing: int = 0) -> bool:
    """Whether words that a text has in common with a sentence, in its order, are enough to recognise it.

    Args:
        told: how much each of the common words tells.
        missing: how many others stand between them, in the sentence or in the text.
    """
    solid = len(told) - missing
    own, uncommon, rare = (sum(tells >= least for tells in told) for least in _DEGREES)
    telling = uncommon >= _TWO and (own >= _OWN or rare > 0 or not missing)
    long = (solid >= _RUN and own >= _OWN) or (solid >= _LONG_RUN and uncommon >= _TWO)
    return long or (solid >= WINDOW and telling) or _is_scattered(len(told), missing, uncommon, rare)


_DEGREES = (Tells.LITTLE, Tells.SOMETHING, Tells.MUCH)


def _is_scattered(words: int, missing: int, uncommon: int, rare: int) -> bool:
    """Whether there are so many uncommon words that others may stand between them."""
    dense = 3 * missing <= words
    loose = missing <= words
    return rare > 0 and (
        (words >= _FOUR and uncommon >= _THREE and dense) or (words >= WINDOW and uncommon >= _FOUR and loose)
    )
