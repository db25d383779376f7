"""Times a run of ``answerkit lint``, or PyYAML's C loader on the same files, in a process of its own.

``python -m bench.linted PROJECT plain|remembering|peer`` prints seconds of processor time, imports left
out: what is compared is the work on the content.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import yaml

from answerkit.lanes.lint import LintRequest, run_lint
from answerkit.lanes.project import PublicPaths


def lint(project: Path, *, remember: bool) -> None:
    """Read and judge all content."""
    request = LintRequest(PublicPaths(project), project / "content" / "confidential", remember=remember)
    for _ in run_lint(request):
        pass


def read(project: Path) -> None:
    """Load every file as PyYAML does."""
    for path in (project / "content").rglob("*.yaml"):
        with path.open(encoding="utf-8") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)


WORK: dict[str, Callable[[Path], None]] = {
    "plain": lambda project: lint(project, remember=False),
    "remembering": lambda project: lint(project, remember=True),
    "peer": read,
}


def main(project: Path, work: str) -> None:
    """Print the seconds that the work takes, once all that it needs was used on a small project."""
    gc.disable()
    WORK[work](project.with_name("warm-up"))
    start = process_time()
    WORK[work](project)
    print(process_time() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
