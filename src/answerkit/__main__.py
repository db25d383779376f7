"""The program's entry: ``answerkit`` and ``python -m answerkit``."""

import gc
import sys
from collections.abc import Sequence

from answerkit import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run answerkit and return its exit code.

    Args:
        arguments: those of the command line, without the program's name; None for the process's own.
    """
    if list(sys.argv[1:] if arguments is None else arguments) == ["--version"]:
        sys.stdout.write(f"answerkit {__version__}\n")  # without the half of a start that typer would cost
        return 0
    gc.disable()  # what a start makes is there to stay; to look through it took a tenth of a cold build
    try:
        return _run(arguments)
    except KeyboardInterrupt:  # so early, or so late, that it is not yet, or no longer, at the edge
        sys.stderr.write("afbrudt\n")
        return 130
    finally:
        gc.freeze()  # at its end Python would look through all of it once more


def _run(arguments: Sequence[str] | None) -> int:
    from answerkit.lanes.early import lanes_for  # noqa: PLC0415 - nothing that a version would not need

    with lanes_for(sys.argv[1:] if arguments is None else ()):
        from answerkit.cli.edge import run  # noqa: PLC0415 - while the lanes get ready

        return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
