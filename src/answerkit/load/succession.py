"""How laws supersede each other: to a law that exists, and never round to where it began."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from answerkit.load.known import Known
from answerkit.load.shelf import Shelf
from answerkit.load.shown import shown
from answerkit.model.codes import Code
from answerkit.model.content import Law
from answerkit.model.problem import Problem, problem


def check_succession(laws: Shelf[Law]) -> Shelf[Law]:
    """The laws with the problems of ``superseded_by``; what names a faulty law is faulty."""
    order = _successors_first(laws.drafts)
    endless = laws.drafts.keys() - set(order)
    faulty = set(laws.faulty)
    known = Known(laws.drafts, faulty)  # grows with ``faulty``
    problems = list(laws.problems)
    for name in [*order, *sorted(endless)]:
        found = tuple(_problems(laws.drafts[name], endless, known))
        problems.extend(found)
        if found:
            faulty.add(name)
    return replace(laws, faulty=frozenset(faulty), problems=tuple(problems))


def _problems(law: Law, endless: AbstractSet[str], known: Known) -> Iterator[Problem]:
    for index, name in enumerate(law.superseded_by):
        place = law.where["superseded_by", index]
        if name in endless:
            yield problem(Code.AK302, place, shown(name))
        else:
            yield from known.check(name, place)


def _successors_first(laws: Mapping[str, Law]) -> list[str]:
    """Each law behind all that supersede it; without those from which the way leads into a ring."""
    waiting = {name: len(laws.keys() & set(law.superseded_by)) for name, law in laws.items()}
    superseded: dict[str, list[str]] = defaultdict(list)
    for name, law in laws.items():
        for successor in set(law.superseded_by):
            superseded[successor].append(name)
    order = [name for name, successors in waiting.items() if not successors]
    for name in order:  # grows while it is walked
        for earlier in superseded[name]:
            waiting[earlier] -= 1
            if not waiting[earlier]:
                order.append(earlier)
    return order
