"""The proof that nothing public depends on what is confidential, made anew for the project at hand.

The program builds copies of the project, each time both editions, in processes of their own: one copy without
a confidential tree, one with the project's own (where there is one), and two with made-up trees of canaries
that differ in length and in number of sections. The public files must be the same bytes in all of them, the
program must say the same of both made-up trees, and no canary may stand in what it says or leaves. Why it is
done so: docs/adr/0011-proof-by-copies.md.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerkit.errors import AnswerkitError, ExitCode
from answerkit.isolate.program import ANSWERKIT, Said, run_all
from answerkit.lanes.canaries import Canaries, hatch
from answerkit.lanes.copies import Copy, copy_public
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.proof_rules import PUBLIC_OUTPUT, Rule
from answerkit.lanes.traces import Traces
from answerkit.load.public import load_public
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.result import Planned, Step
from answerkit.publish.record import RECORD_NAME

_BUILDS: Final = (("build",), ("build", "--format", "json"), ("build", "--force"))
"""As text, all anew; then as JSON, when nothing has changed; then anew where editions lie there already."""

_RECORD: Final = f"{PUBLIC_OUTPUT}/{RECORD_NAME}"

_EXPECTED: Final = frozenset({ExitCode.OK, ExitCode.LINT, ExitCode.CONTENT, ExitCode.LEAK})
_MOST_SPARE: Final = 200


class ProofFault(AnswerkitError):  # noqa: N818 - "fault" is the word for exit 70
    """The program broke down while the proof was made (exit 70)."""

    exit_code = ExitCode.FAULT

    def __init__(self) -> None:
        super().__init__(
            "programmet gik i stykker under beviset", "kør »answerkit build«, og indberet fejlen"
        )


@dataclass(frozen=True, slots=True)
class ProofRequest:
    """What to prove.

    Attributes:
        paths: the project.
        confidential: its confidential root, which is read where it lies; None when there is none.
        html: whether HTML files are built and compared as well.
        program: the command that is put to the proof.
    """

    paths: PublicPaths
    confidential: Path | None = None
    html: bool = False
    program: tuple[str, ...] = ANSWERKIT

    @property
    def builds(self) -> tuple[tuple[str, ...], ...]:
        """Each build of a copy, but for what stands beside it."""
        return tuple((*self.program, *build, *(("--html",) if self.html else ())) for build in _BUILDS)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A copy, with what stands beside it.

    Attributes:
        name: how findings call it, in Danish.
        before: what lay in the copy before anything was run.
        options: of the build.
        canaries: the made-up tree; None for none.
    """

    name: str
    copy: Copy
    before: frozenset[tuple[str, bytes]]
    options: tuple[str, ...] = ()
    canaries: Canaries | None = None


@dataclass(frozen=True, slots=True)
class _Canaried:
    """A copy with canaries, and what the program said of it."""

    trial: _Trial
    canaries: Canaries
    said: tuple[Said, ...]


def prove(request: ProofRequest, folder: Path) -> Iterator[Planned | Step | Finding]:
    """Build in copies, and find what differs or got out.

    Args:
        request: what to prove.
        folder: an empty private folder with room for four copies of the public content and of what is built.

    Yields:
        How many builds there are, then each as it ends, then findings; none when all holds.

    Raises:
        ProofFault: a build broke down, so that nothing is shown.
        WorkerFault: a build did not end.
        AnswerkitError: the content cannot be copied.
    """
    trials = _trials(request, folder)
    said = yield from _built(request, trials)
    yield from _differences(trials, said)
    for trial in trials:
        yield from _left_behind(trial)
    canaried = [
        _Canaried(trial, trial.canaries, words)
        for trial, words in zip(trials, said, strict=True)
        if trial.canaries is not None
    ]
    if len({_anywhere(item) for item in canaried}) > 1:
        yield Rule.B106.finding()
    for item in canaried:
        yield from _escaped(item)
        yield from _not_built(item)


def _trials(request: ProofRequest, folder: Path) -> list[_Trial]:
    """The first is the one that the others are copied from, lest the project changes, and held against."""
    first = copy_public(request.paths, folder / "0")
    library = load_public(first.paths.content, first.paths.base).library
    trials = [_Trial("uden fortrolig mappe", first, first.left())]
    spare = 0
    if request.confidential is not None:
        copy = copy_public(first.paths, folder / "1")
        copy.seal()
        options = ("--confidential", str(request.confidential))
        trials.append(_Trial("med den fortrolige mappe", copy, copy.left(), options))
        spare = min(sum(1 for _ in request.confidential.rglob("*")), _MOST_SPARE)
    for number, blocks in enumerate((2, 5), start=1):
        canaries = hatch(library.answers.values(), blocks=blocks, spare=number * (spare + 1))
        copy = copy_public(first.paths, folder / f"{number + 1}")
        canaries.settle(copy.confidential)
        name = f"med opdigtet fortrolig mappe {number}"
        trials.append(_Trial(name, copy, copy.left(), canaries=canaries))
    return trials


def _built(
    request: ProofRequest, trials: list[_Trial]
) -> Generator[Planned | Step, None, list[tuple[Said, ...]]]:
    """Run every build; gives for each trial what was said."""
    said: list[list[Said]] = [[] for _ in trials]
    yield Planned(len(_BUILDS) * len(trials))
    for build in request.builds:
        runs = [trial.copy.run((*build, *trial.options)) for trial in trials]
        for words, heard in zip(said, run_all(runs), strict=True):
            if heard.status not in _EXPECTED:
                raise ProofFault
            words.append(heard)
            yield Step()
    return [tuple(words) for words in said]


def _differences(trials: list[_Trial], said: list[tuple[Said, ...]]) -> Iterator[Finding]:
    """Public files that are not the same in all copies; only names that the first copy has are told."""
    first = _facts(trials[0])
    for trial, words in zip(trials[1:], said[1:], strict=True):
        found, due = _facts(trial), set(first)
        if _is_stopped(trial, words) and due - found.keys():
            yield Rule.B204.finding(place=trial.name)
            due &= found.keys() - {_RECORD}
        for name in sorted(due):
            if name not in found:
                yield Rule.B102.finding(name, trial.name)
            elif found[name] != first[name]:
                yield Rule.B101.finding(name, trial.name)
        if found.keys() - first.keys():
            yield Rule.B102.finding(place=trial.name)


def _facts(trial: _Trial) -> dict[str, tuple[bytes, int]]:
    """Digest and rights of each built file that is not confidential."""
    built = trial.copy.built().items()
    return {name: (sha256(path.read_bytes()).digest(), path.stat().st_mode) for name, path in built}


def _is_stopped(trial: _Trial, said: tuple[Said, ...]) -> bool:
    """Whether the project's own confidential tree kept files from being written, as it has to."""
    return bool(trial.options) and any(heard.status == ExitCode.LEAK for heard in said)


def _left_behind(trial: _Trial) -> Iterator[Finding]:
    if trial.copy.left() != trial.before:
        yield Rule.B107.finding("outputs", trial.name)


def _anywhere(item: _Canaried) -> tuple[tuple[int, bytes, bytes], ...]:
    """What was said, in words that do not depend on where the copy lies."""
    base = str(item.trial.copy.folder).encode()
    return tuple(
        (heard.status, heard.out.replace(base, b""), heard.err.replace(base, b"")) for heard in item.said
    )


def _escaped(item: _Canaried) -> Iterator[Finding]:
    """Canaries where only the confidential edition and its tree may hold any."""
    traces, name = Traces(item.canaries.tokens), item.trial.name
    if any(traces.found(heard.out) or traces.found(heard.err) for heard in item.said):
        yield Rule.B105.finding(place=name)
    files = item.trial.copy.built()
    for number, (file, path) in enumerate(files.items(), start=1):
        if traces.found(file.encode()):
            yield Rule.B104.finding(place=f"{name}: fil {number}")
        if traces.found(path.read_bytes()):
            yield Rule.B103.finding(place=f"{name}: fil {number}")


def _not_built(item: _Canaried) -> Iterator[Finding]:
    """Whether the canaries were there to be seen: a lane that reads nothing leaks nothing."""
    traces, copy = Traces(item.canaries.tokens), item.trial.copy
    public = copy.built()
    for answer in item.canaries.answers:
        path = copy.secret(answer)
        seen = path.is_file() and traces.found(path.read_bytes())
        if f"outputs/public/{answer}.docx" in public and not seen:
            yield Rule.B201.finding(f"outputs/public/{answer}.docx", item.trial.name)
