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
    from answerkit.lanes.early import lanes_for  # noqa: PLC0415 - see above

    with lanes_for(sys.argv[1:] if arguments is None else ()):
        from answerkit.cli.edge import run  # noqa: PLC0415 - see above

        code = run(arguments)
    gc.freeze()  # at its end Python would look through all of it once more
    return code


if __name__ == "__main__":
    sys.exit(main())
