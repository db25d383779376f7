"""Compares answerkit's speed with docxtpl's, grep's and Python's own start: ``python3 run.py bench [PART…]``.

Parts: ``start``, ``cold``, ``many``, ``render``, ``search``, ``lint``; all without arguments. What is printed
are ratios, since seconds differ from machine to machine; nothing passes or fails. See docs/performance.md.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.linting import compared
from bench.peer_input import write_peer_input
from bench.processes import Comparison, Run, compare, followed, script, timed
from bench.projects import REFERENCE, copy_project, multiply_reference
from bench.search import by_hand, can_compare, exactly, in_all_ways, lengthened, long_file, write_terms

PYTHON = Path(sys.executable)
ANSWERKIT = script("answerkit", PYTHON)
PEER = Path(__file__).with_name("peer.py")
MANY = 1000


def main(parts: list[str]) -> int:
    """Print the lines of the parts asked for; 2 when one of them is unknown."""
    if unknown := [part for part in parts if part not in PARTS]:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print(f"{'':58}{'ours':>9}{'theirs':>9}{'ratio':>8}{'goal':>8}")
    for name, part in PARTS.items():
        if not parts or name in parts:
            with TemporaryDirectory() as folder:
                part(Path(folder))
    return 0


def start(folder: Path) -> None:
    """``--version`` and ``--help`` against a Python that does nothing."""
    nothing = partial(timed, [str(PYTHON), "-c", "pass"], folder)
    for option, goal in (("--version", 6.0), ("--help", 11.0)):
        asked = partial(timed, [ANSWERKIT, option], folder)
        show(f"answerkit {option} : python -c pass", compare(asked, nothing, pairs=21), goal)


def cold(folder: Path) -> None:
    """One answer, both editions, verified, against one document by docxtpl; a new process each time."""
    project, build = prepared(folder, [REFERENCE])
    peer = partial(timed, [str(PYTHON), str(PEER), str(folder), "1"], folder)
    show("one answer, both editions, cold : one by docxtpl, cold", compare(build, peer, pairs=11), 1.5)
    size = (project / "outputs" / "public" / f"{REFERENCE}.docx").stat().st_size
    print(f"  (public edition: {size / 1024:.0f} KiB)")


def many(folder: Path) -> None:
    """A thousand answers, both editions, in one process, against a thousand documents by docxtpl."""
    project, _ = prepared(folder, [REFERENCE])
    multiply_reference(project, MANY)
    ours = followed([ANSWERKIT, "build", "--force", "--project", str(project)], folder, lines=2 * MANY)
    theirs = followed([str(PYTHON), str(PEER), str(folder), str(MANY)], folder, lines=MANY)
    ratio = Comparison(ours.seconds, theirs.seconds, ours.seconds / theirs.seconds)
    show(f"{MANY} answers, both editions : {MANY} by docxtpl", ratio, 1.0)
    show_memory("answerkit", ours)
    show_memory("docxtpl", theirs)


def render(folder: Path) -> None:
    """Rendering alone, warm, against docxtpl; and whether a document of 200 pages takes twice that of 100."""
    from bench.rendering import by_docxtpl, by_us, long  # noqa: PLC0415 - loads docxtpl, as no other part does

    project, _ = prepared(folder, [REFERENCE])
    ours, theirs = by_us(project), by_docxtpl(folder)
    show("rendering alone, warm : docxtpl, warm", Comparison(ours, theirs, ours / theirs), 0.5)
    whole, half = long(project, 200), long(project, 100)
    show("200 pages : 100 pages", Comparison(whole, half, whole / half), 2.2)


def search(folder: Path) -> None:
    """A thousand built files against a thousand secrets, and a long file against a long case."""
    project, _ = prepared(folder, [REFERENCE])
    multiply_reference(project, MANY)
    timed([ANSWERKIT, "build", "--edition", "public", "--project", str(project)], folder)
    files = sorted((project / "outputs" / "public").glob("*-*-*.docx"))
    secrets = write_terms(folder / "terms.txt", MANY)
    if can_compare():
        theirs = by_hand(files, folder / "terms.txt") / len(files)
        for title, measured, goal in (("exactly", exactly, 1.0), ("in all ways", in_all_ways, 3.0)):
            ours = measured(files, secrets) / len(files)
            show(
                f"a file, {MANY} secrets {title} : unzip | grep",
                Comparison(ours, theirs, ours / theirs),
                goal,
            )
    else:
        print("  searching: not compared, since unzip or grep is not there")
    longer = lengthened(files[0], folder / "long.docx", times=3)
    print(f"  20 pages against a case of 200 blocks: {long_file(longer, 200) * 1000:.0f} ms (goal: 500 ms)")


def lint(folder: Path) -> None:
    """Lint of a library against PyYAML's C loader, of a large one against a small one, and after an edit."""
    for title, comparison, goal in compared(folder):
        show(title, comparison, goal)


def prepared(folder: Path, answers: list[str]) -> tuple[Path, Callable[[], float]]:
    """A copy of the project, with docxtpl's input from its public edition, and what builds and times it."""
    project = copy_project(folder)
    build = partial(timed, [ANSWERKIT, "build", *answers, "--force", "--project", str(project)], folder)
    build()
    write_peer_input(project / "outputs" / "public" / f"{REFERENCE}.docx", folder)
    return project, build


def show(title: str, comparison: Comparison, goal: float) -> None:
    """Print one comparison: milliseconds, and the ratio beside its goal."""
    ours, theirs = comparison.ours * 1000, comparison.theirs * 1000
    print(f"{title:58}{ours:6.0f} ms{theirs:6.0f} ms{comparison.ratio:8.2f}{goal:8.1f}", flush=True)


def show_memory(name: str, run: Run) -> None:
    """Print how memory went."""
    if run.early is None or run.late is None or run.peak is None:
        print(f"  memory, {name}: not measured on this system")
        return
    print(
        f"  memory, {name}: {run.early:.0f} MiB after a tenth, {run.late:.0f} MiB at the end "
        f"({run.late / run.early:.2f} times), {run.peak:.0f} MiB at most"
    )


PARTS = {"start": start, "cold": cold, "many": many, "render": render, "search": search, "lint": lint}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
