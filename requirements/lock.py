# noqa: INP001 - a script by itself
"""Remakes the locks beside this file: ``python3 requirements/lock.py [--upgrade]``.

Without ``--upgrade`` every version that still fits stays. The locks hold for every platform and every Python
from 3.11 on, with the hashes of all files of each package, and name no host that packages come from.
"""

import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
REMADE_BY = "python3 requirements/lock.py"

SOURCES = {
    "run": ("pyproject.toml", "requirements/build.in"),
    "dev": (
        *("pyproject.toml", "requirements/build.in", "--group=dev", "--group=bench"),
        "--constraints=requirements/run.txt",
    ),
    "lock": ("requirements/lock.in",),
}
"""Lock → what it is made from. ``run`` comes before ``dev``, which holds all of it in the same versions."""


def main(arguments: list[str]) -> None:
    """Remake all locks, with the locked version of the program that makes them."""
    with TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        scripts = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(HERE / "lock.txt")]
        subprocess.run([scripts / "python", *install], check=True)  # noqa: S603 - our own command
        for lock, sources in SOURCES.items():
            command = [str(scripts / "uv"), *compilation(lock, sources), *arguments]
            subprocess.run(command, check=True, cwd=PROJECT)  # noqa: S603 - our own command


def compilation(lock: str, sources: tuple[str, ...]) -> list[str]:
    """The arguments that make one lock."""
    return [
        *("pip", "compile", "--quiet", "--no-config", "--universal", "--python-version=3.11"),
        *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate"),
        *(f"--custom-compile-command={REMADE_BY}", f"--output-file=requirements/{lock}.txt", *sources),
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
