"""An address that leads nowhere or tells somebody who followed it, as far as its form shows."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.links import addresses, fault_of
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Ground, Law
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L406, Severity.WARNING)
def bad_link(subject: Subject) -> Iterator[Problem]:
    """Et link er dødt, eller det sporer læseren. Det ses på adressen alene, for reglen bruger ikke nettet.

    Det kan være en adresse uden https, en på kommunens eget net, en opdigtet, en kortadresse, der sender
    læseren videre, eller en med sporing som utm_source, som answerkit lint --fix fjerner. Reglen ser også på
    url i love og hjemler.
    """
    for passage in subject.passages:
        for address in addresses(passage.prose.text):
            if fault := fault_of(address.text):
                yield problem(Code.L406, passage.place(address.offset), address.text, fault)
    registers: tuple[Law | Ground, ...] = (*subject.library.laws.values(), *subject.library.grounds.values())
    for record in registers if subject.whole else ():
        if fault := fault_of(record.url):
            yield problem(Code.L406, record.where["url"], record.url, fault)
