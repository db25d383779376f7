"""What is secret, on its way from the lane that reads it to the gate that looks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerkit.isolate import fault
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem
from answerkit.verify.secrets.secret import Identifier, Name, Number, Secret, Secrets, Sentence, Term


@dataclass(frozen=True, slots=True)
class Confided:
    """What the confidential tree says is secret.

    Attributes:
        problems: why not all that is secret is known, sorted, without any of its text.
    """

    secrets: Secrets
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that is secret was told; ``problems`` as of ``Confided``."""

    problems: tuple[Problem, ...]


def tell(confided: Confided) -> Iterator[Secret | Told]:
    """One thing after the other, so that no message grows with the tree."""
    yield from confided.secrets
    yield Told(confided.problems)


def learn(results: Iterable[object]) -> Confided:
    """What ``tell`` told, taken from the front of a lane's results.

    Raises:
        WorkerFault: they end too soon, or hold something else. What is not known cannot be excluded.
    """
    secrets: list[Secret] = []
    for result in results:
        match result:
            case Told(problems=problems):
                return Confided(Secrets(tuple(secrets)), problems)
            case Identifier() | Name() | Number() | Sentence() | Term():
                secrets.append(result)
            case _:
                break
    raise fault.garbled()
