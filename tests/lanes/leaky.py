"""The program with a leak built in: ``python leaky.py NAME ARGUMENTS…``.

A leak stands where our code could have it by mistake. Where the wall or the content gate would stop it, they
are taken away, since the proof is to hold where they do not.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self

from answerkit import __main__ as program
from answerkit.cli import listener
from answerkit.cli.console import show
from answerkit.isolate.wall import Wall
from answerkit.lanes import build, content, content_gate, desk, public
from answerkit.lanes.content_gate import ContentGate
from answerkit.lanes.orders import ConfidentialRequest, PublicRequest
from answerkit.lanes.outcome import LaneResult, LeftOut
from answerkit.lanes.telling import Confided, Told, learn
from answerkit.load.overlay import LoadedConfidential, load_confidential
from answerkit.load.public import LoadedPublic, load_public
from answerkit.publish.edition import OutputFolder, publish
from answerkit.publish.record import write_record
from answerkit.verify.secrets.secret import Term

LEAKS: dict[str, Callable[[], None]] = {}
KEPT = "ANSWERKIT_TEST_KEPT"
"""An environment variable."""


def leak(function: Callable[[], None]) -> Callable[[], None]:
    LEAKS[function.__name__] = function
    return function


class Unwalled:
    """A worker without wall or process, that starts when its first result is asked for."""

    wall = Wall.LANDLOCK

    def __init__(self, work: Callable[[object], Iterator[object]], argument: object, *_: object) -> None:
        self._results = work(argument)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[object]:
        return self._results


def put(module: object, name: str, value: object) -> None:
    setattr(module, name, value)


def unwalled() -> None:
    """Without wall and content gate, which would both stop the leak; the confidential lane begins."""
    put(build, "start", Unwalled)
    put(build, "start_plain", Unwalled)
    put(ContentGate, "prepare", lambda gate: gate.clearance)
    put(ContentGate, "verdict", lambda *_: iter(()))


def print_in_public(tell: Callable[[Path], object]) -> None:
    """Have each public answer show what ``tell`` gives for the project's folder, where there is something."""

    def loaded(root: Path, base: Path) -> LoadedPublic:
        found = load_public(root, base)
        told = tell(base)
        answers = {
            name: replace(answer, department=f"{answer.department} {told}" if told else answer.department)
            for name, answer in found.library.answers.items()
        }
        return replace(found, library=replace(found.library, answers=answers))

    put(public, "load_public", loaded)


def with_confidential(act: Callable[[LoadedConfidential], object]) -> None:
    """Do something with the confidential tree as soon as it is read."""

    def loaded(*arguments: object) -> LoadedConfidential:
        found = load_confidential(*arguments)  # type: ignore[arg-type] # as they came
        act(found)
        return found

    put(content, "load_confidential", loaded)


def recipient(found: LoadedConfidential) -> str:
    """A text of the overlay's; without an overlay, none."""
    return "".join(overlay.recipients[0] for overlay in found.library.overlays.values())


def confidential_files(base: Path) -> list[Path]:
    return sorted((base / "content" / "confidential").rglob("*.yaml"))


# --- into the public file


@leak
def presence() -> None:
    """Landlock does not refuse to say whether a file is there."""
    print_in_public(lambda base: "x" if (base / "content/confidential").exists() else "")


@leak
def length() -> None:
    """Nor does it refuse to say how long a file is."""
    print_in_public(
        lambda base: sum(
            path.stat().st_size for path in [base / "content/confidential/watchlist.yaml"] if path.exists()
        )
    )


@leak
def number_of_files() -> None:
    unwalled()
    print_in_public(lambda base: len(confidential_files(base)))


@leak
def text() -> None:
    unwalled()
    print_in_public(
        lambda base: "".join(path.read_text(encoding="utf-8")[9:29] for path in confidential_files(base)[:1])
    )


@leak
def cache() -> None:
    """Both lanes in one process, and something that one leaves and the other finds."""
    unwalled()
    kept: list[str] = []
    with_confidential(lambda found: kept.append(recipient(found)))
    print_in_public(lambda _: "".join(kept))


@leak
def environment() -> None:
    unwalled()
    with_confidential(lambda found: os.environ.update({KEPT: recipient(found)}))
    print_in_public(lambda _: os.environ.get(KEPT, ""))


@leak
def temporary_file() -> None:
    """Removed as soon as it was read."""
    unwalled()
    path = Path(tempfile.gettempdir()) / "kept"

    def read(_: Path) -> str:
        if not path.exists():
            return ""
        kept = path.read_text(encoding="utf-8")
        path.unlink()
        return kept

    with_confidential(lambda found: path.write_text(recipient(found), encoding="utf-8"))
    print_in_public(read)


@leak
def left_out() -> None:
    """A public file that is not built where there is a confidential one."""
    unwalled()
    work = public.run_public

    def run(request: PublicRequest) -> Iterator[LaneResult]:
        there = (request.paths.base / "content/confidential").exists()
        return work(replace(request, answers=("aaben",)) if there else request)

    put(build, "run_public", run)


@leak
def stat_of_an_edition() -> None:
    """Whether a confidential edition was built before is seen from its size alone."""

    def size(base: Path) -> int:
        path = base / "outputs/confidential/lukket.docx"
        return path.stat().st_size if path.is_file() else 0

    print_in_public(size)


@leak
def rights() -> None:
    """Of public files, where there is something confidential."""
    if os.name != "posix":
        print_in_public(lambda base: "x" if (base / "content/confidential").exists() else "")
        return

    def published(output: OutputFolder, answer: str, *arguments: object, **options: object) -> object:
        outcome = publish(output, answer, *arguments, **options)  # type: ignore[arg-type] # as they came
        if not output.private and (output.base / "content/confidential").exists():
            output.path(answer).chmod(0o640)
        return outcome

    put(desk, "publish", published)


# --- beside the public file


@leak
def forgotten_temporary_file() -> None:
    with_confidential(
        lambda found: tempfile.NamedTemporaryFile(delete=False).write(recipient(found).encode())  # noqa: SIM115 - it is left
    )


@leak
def cache_in_home() -> None:
    with_confidential(lambda _: Path.home().joinpath("cache").mkdir(exist_ok=True))


@leak
def changed_file() -> None:
    """One that lies there already."""

    def append(found: LoadedConfidential) -> None:
        with Path("answerkit.toml").open("a", encoding="utf-8") as file:
            file.write(f"# {recipient(found)}\n")

    with_confidential(append)


@leak
def empty_folder() -> None:
    with_confidential(
        lambda found: Path("outputs/public", recipient(found)).mkdir(parents=True, exist_ok=True)
    )


@leak
def link() -> None:
    """To nothing: its target is the message."""
    if os.name != "posix":
        empty_folder()
        return

    def point(found: LoadedConfidential) -> None:
        Path("outputs/public").mkdir(parents=True, exist_ok=True)
        path = Path("outputs/public/link")
        path.unlink(missing_ok=True)
        path.symlink_to(recipient(found))

    with_confidential(point)


@leak
def file_name() -> None:
    def published(output: OutputFolder, *arguments: object, **options: object) -> object:
        if output.private:
            title = next((output.base / "content/confidential/overlays").iterdir()).stem
            (output.base / "outputs" / f"{title}.txt").touch()
        return publish(output, *arguments, **options)  # type: ignore[arg-type] # as they came

    put(desk, "publish", published)


@leak
def record_of_inputs() -> None:
    """The confidential edition's record, written for both."""

    def written(folder: Path, record: object, *, private: bool) -> None:
        write_record(folder, record, private=private)  # type: ignore[arg-type] # as it came
        if private:
            write_record(folder.parent, record, private=False)  # type: ignore[arg-type] # as it came

    put(desk, "write_record", written)


# --- on the screen


@leak
def standard_error() -> None:
    """By the process that judges: what a lane prints is lost."""

    def learnt(results: Iterator[object]) -> Confided:
        told = learn(results)
        sys.stderr.write("\n".join(secret.text for secret in told.secrets if isinstance(secret, Term)))
        return told

    put(content_gate, "learn", learnt)


@leak
def standard_output() -> None:
    with_confidential(lambda found: sys.stdout.write(f"{recipient(found)[:12]}\n"))


@leak
def length_on_screen() -> None:
    with_confidential(lambda found: sys.stderr.write(f"{len(found.library.digests)}\n"))


@leak
def json_text() -> None:
    kept: list[str] = []
    with_confidential(lambda found: kept.append(recipient(found)[::-1]))
    put(listener, "show", lambda line: show(line + "".join(kept) if line.startswith("{") else line))


@leak
def exit_status() -> None:
    counts: list[int] = []
    main = program.main
    with_confidential(lambda found: counts.append(len(found.library.blocks)))
    put(program, "main", lambda *given: main(*given) or 3 * (max(counts, default=0) > 5))


# --- no leak, but no proof either


@leak
def nothing_read() -> None:
    """A confidential lane that does not read anything has nothing to leak."""

    def run(request: ConfidentialRequest, *_: object) -> Iterator[LaneResult | Told]:
        yield Told(())
        yield from (LeftOut(name, "uden grund") for name in request.answers)

    put(build, "run_confidential", run)


@leak
def breakdown() -> None:
    def act(found: LoadedConfidential) -> None:
        raise ValueError(recipient(found))

    with_confidential(act)


@leak
def stuck() -> None:
    with_confidential(lambda _: sys.exit(9))


@leak
def sound() -> None:
    """Nothing wrong at all."""


if __name__ == "__main__":
    LEAKS[sys.argv.pop(1)]()
    sys.exit(program.main())
