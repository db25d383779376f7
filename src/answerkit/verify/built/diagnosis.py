"""Where a part leaves its grammar, and which rule that breaks. Read only when something is wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.notation import Grammar, Order, Reading, name_of, tokens

MOST_REPORTED = 20
"""So many faults of one part are reported."""

# Source: ISO/IEC 29500-1, 17.3.2 (vanish, webHidden, specVanish).
_HIDDEN = frozenset(("w:vanish", "w:webHidden", "w:specVanish"))
_OPENING = (("<!--", Rule.S121), ("<?", Rule.S122), ("<!", Rule.S123))


def grammar_faults(part: str, text: str, grammar: Grammar, order: Order) -> Iterator[Fault]:
    """A fault for each tag that the grammar does not know; if it knows all, one for their order."""
    reading = grammar.read(text, order)
    if reading.stop is not None:
        yield from _faults(part, tokens(text), grammar, reading)


def _faults(part: str, found: Sequence[str], grammar: Grammar, reading: Reading) -> Iterator[Fault]:
    for index in reading.unknown[:MOST_REPORTED]:
        length = 0 if found[index].startswith("<") else len(found[index])
        yield Fault(_rule(found[index], grammar), part, place(found, index, grammar), length)
    if not reading.unknown:
        stop = reading.stop or 0
        text = stop < len(found) and not found[stop].startswith("<")
        yield Fault(Rule.S126 if text else Rule.S127, part, place(found, stop, grammar))


def _rule(token: str, grammar: Grammar) -> Rule:
    for opening, rule in _OPENING:
        if token.startswith(opening):
            return rule
    if not token.startswith("<"):
        return Rule.S126
    name = name_of(token)
    if name in _HIDDEN:
        return Rule.S128
    return Rule.S125 if name in grammar.elements else Rule.S124


def place(found: Sequence[str], index: int, grammar: Grammar) -> str:
    """The structural path of the token, below the root: ``body/p[3]/r[1]``; unknown names are ``*``."""
    steps: list[str] = []
    counts: list[Counter[str]] = [Counter()]
    for token in found[:index]:
        if token.startswith("</"):
            del steps[-1:], counts[len(steps) + 1 :]
        elif name_of(token):
            step = _step(token, counts[-1], grammar)
            if not token.endswith("/>"):
                steps.append(step)
                counts.append(Counter())
    own = [_step(token, counts[-1], grammar) for token in found[index : index + 1] if name_of(token)]
    return "/".join([*steps, *own][1:])


def _step(tag: str, counts: Counter[str], grammar: Grammar) -> str:
    name = name_of(tag)
    shown = name.rpartition(":")[2] if name in grammar.elements else "*"
    counts[shown] += 1
    return shown if shown == "body" else f"{shown}[{counts[shown]}]"
