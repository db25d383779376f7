"""What children do in these tests; a fresh Python imports them from here."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from answerkit.model.problem import Place

NAME = "Frøken Hemmelig"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A class that is none of answerkit's."""

    text: str


def count(end: int) -> Iterator[int]:
    yield from range(end)


def echo(value: object) -> Iterator[object]:
    yield value


def places(names: tuple[str, ...]) -> list[Place]:
    return [Place(name, line) for line, name in enumerate(names, 1)]


def blocks(sizes: tuple[int, ...]) -> Iterator[bytes]:
    for size in sizes:
        yield bytes(size)


def process_id(_: None) -> Iterator[int]:
    yield os.getpid()


def count_forever(_: None) -> Iterator[int]:
    """Its process id, then ever more numbers."""
    number = os.getpid()
    while True:
        yield number
        number += 1


def wait_forever(_: None) -> Iterator[int]:
    yield os.getpid()
    while True:
        time.sleep(60)


def raise_secret(_: None) -> Iterator[int]:
    yield 1
    raise ValueError(NAME)


def raise_secret_in_answerkit(_: None) -> Iterator[Place]:
    """Raises in a line of answerkit's own."""
    from answerkit.isolate import wire  # noqa: PLC0415 - read by the test's eye only

    wire.decode(NAME.encode())
    yield Place(NAME)


def raise_named_by_content(_: None) -> Iterator[int]:
    yield 1
    raise type(NAME, (Exception,), {})


def leave(status: int) -> Iterator[int]:
    yield 1
    os._exit(status)


def kill_itself(number: int) -> Iterator[int]:
    yield 1
    signal.raise_signal(number)


def exit_politely(_: None) -> Iterator[int]:
    yield 1
    sys.exit(NAME)


def give_foreign(_: None) -> Iterator[Foreign]:
    yield Foreign(NAME)


def print_secret(_: None) -> Iterator[int]:
    print(NAME, flush=True)  # noqa: T201 - the test itself
    print(NAME, file=sys.stderr, flush=True)  # noqa: T201 - the test itself
    for descriptor in (1, 2):
        os.write(descriptor, NAME.encode())
    yield 1


def write_raw(data: bytes) -> Iterator[int]:
    """Put bytes of its own making on the pipe, as a hostile child would."""
    yield 1
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, data)
        except OSError:
            continue
    yield 2


def write_file(path: Path) -> Iterator[int]:
    path.write_text("x", encoding="utf-8")
    yield 1


def limits(_: None) -> Iterator[tuple[int, ...]]:
    import resource  # noqa: PLC0415 - POSIX only

    yield resource.getrlimit(resource.RLIMIT_CORE)


def niceness(_: None) -> Iterator[int]:
    yield os.nice(0)


def handlers(_: None) -> Iterator[tuple[bool, bool]]:
    """Whether SIGTERM does what it does by default, and SIGINT nothing."""
    yield (
        signal.getsignal(signal.SIGTERM) is signal.SIG_DFL,
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    )


def threads(_: None) -> Iterator[int]:
    yield threading.active_count()


def descriptors(_: None) -> Iterator[tuple[str, ...]]:
    """What the open descriptors from 3 on are, without the listing's own."""
    yield tuple(str(Path(f"/proc/self/fd/{number}").readlink()) for number in range(3, 64) if is_open(number))


def is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def tie_to_a_stranger(_: None) -> Iterator[None]:
    """As in a child whose parent is gone by the time that it asks."""
    from answerkit.isolate import kernel  # noqa: PLC0415 - Linux only

    kernel.die_with_parent(os.getpid())
    yield None


def restrict_among_threads(_: None) -> Iterator[None]:
    from answerkit.isolate import landlock  # noqa: PLC0415 - Linux only

    landlock.restrict([Path("/")])
    yield None


def tell_name(_: None) -> Iterator[str]:
    yield NAME
