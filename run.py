"""Makes answerkit ready in this checkout and runs it; needs nothing but Python 3.11 with venv and pip.

``python3 run.py build [arguments]`` builds the answers, ``python3 run.py test [arguments]`` runs the tests.
Everything is installed into ``.venv`` beside this file, from locks with hashes (``requirements/``), so a
Python that refuses system-wide installs does as well. ``.venv`` belongs to this script, which removes and
remakes it whenever it is half-made, out of date or from another Python.

Kept readable for Python 3.6, so that an old Python gets a sentence and not a syntax error.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Mapping, Sequence, Tuple  # noqa: UP035 - collections.abc cannot be subscripted before 3.9

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
FAILED = 3
STANDARD_ERROR = 2

PREPARED = "answerkit-setup.json"
"""The file in ``.venv`` that says what was installed; written last, so that a half-made .venv has none."""

LOCKS = {"build": "run", "test": "dev", "setup": "dev", "bench": "dev"}
"""Command → the lock in ``requirements/`` that it needs."""

SATISFIED_BY = {"run": ("run", "dev"), "dev": ("dev",)}
"""Lock → the locks that hold all of it; a test checks that they do."""

REACHING_PACKAGES = (
    "PIP_CACHE_DIR",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_CONFIG_FILE",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_INDEX_URL",
    "PIP_KEYRING_PROVIDER",
    "PIP_NO_CACHE_DIR",
    "PIP_NO_INDEX",
    "PIP_PROXY",
    "PIP_RETRIES",
    "PIP_TIMEOUT",
    "PIP_TRUSTED_HOST",
)
"""What pip may take from the environment: where packages come from, never where they go or which they are."""

LEADING_ASTRAY = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
"""Variables that would lend ``.venv`` the modules of another Python."""

HELP = """\
Brug: python3 run.py KOMMANDO [argumenter]     (PowerShell: py run.py KOMMANDO [argumenter])

  build   gør klar og bygger svarene; argumenterne er dem fra »answerkit build«
  test    gør klar og kører prøverne; argumenterne er dem fra pytest
  setup   gør kun klar, med alt hvad udviklere bruger
  bench   gør klar og måler hastigheden, se docs/performance.md

Første gang hentes pakkerne til mappen .venv; derefter går det hurtigt."""


class SetupError(Exception):
    """The checkout cannot be made ready; the message is for staff, in Danish."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Of this script itself: 2 for wrong usage, 3 when the checkout cannot be made ready, 130 when interrupted.
    """
    if not arguments or arguments[0] not in LOCKS:
        return explain(asked=list(arguments[:1]) in (["--help"], ["-h"]))
    command = arguments[0]
    setup = Setup(ROOT, child_environment(os.environ))
    try:
        refuse_python(sys.version_info[:2])
        setup.ensure(LOCKS[command])
    except SetupError as error:
        say(f"Fejl: {error}")
        return FAILED
    except OSError as error:
        say(f"Fejl: der kan ikke skrives i {setup.venv}: {error.strerror}.")
        return FAILED
    except KeyboardInterrupt:
        return 130
    return setup.run(command, list(arguments[1:]))


def explain(*, asked: bool) -> int:
    """Print the help: as an answer where somebody asked for it, as a correction elsewhere."""
    print(HELP, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


def say(message: str) -> None:
    """Tell the user on standard error, which leaves standard output to the command itself."""
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - what a command says


def refuse_python(version: Tuple[int, int]) -> None:  # noqa: UP006 - builtin generics need Python 3.9
    """Stop where this Python is too old or cannot make virtual environments.

    Raises:
        SetupError: with what to install.
    """
    major, minor = version
    if version < OLDEST:
        raise SetupError(
            f"answerkit kræver Python 3.11 eller nyere, og dette er Python {major}.{minor}. "
            "Er en nyere installeret, så skriv fx »python3.11 run.py build«."
        )
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise SetupError(
            "denne Python kan ikke lave virtuelle miljøer, fordi modulet ensurepip mangler. "
            "På Debian og Ubuntu: installér pakken python3-venv med »sudo apt install python3-venv« "
            f"(eller python{major}.{minor}-venv), og prøv igen."
        )


def child_environment(environment: Mapping[str, str]) -> "dict[str, str]":
    """The environment for pip and for the commands, without what would steer them out of ``.venv``.

    A user's PIP_USER, PIP_TARGET or PIP_CONSTRAINT, say, would send other packages, or send them elsewhere.
    """
    return {
        name: value
        for name, value in environment.items()
        if name not in LEADING_ASTRAY and (not name.startswith("PIP_") or name in REACHING_PACKAGES)
    }


class Setup:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        """Nothing is read or made yet."""
        self.root = root
        self.venv = root / ".venv"
        self.prepared = self.venv / PREPARED
        self.environment = environment
        scripts, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        self.python = self.venv / scripts / name

    def run(self, command: str, arguments: Sequence[str]) -> int:
        """Run a command in the finished environment and return its exit code."""
        if command == "setup":
            say("Klar.")
            return 0
        if command == "build":
            return self.wait_for(
                ["-m", "answerkit", "build", "--project", str(self.root), *arguments], Path.cwd()
            )
        module = "pytest" if command == "test" else "bench.compare"
        return self.wait_for(["-m", module, *arguments], self.root)

    def wait_for(self, arguments: Sequence[str], folder: Path) -> int:
        """Run Python with the arguments to its own end: on Ctrl-C the command decides what to do."""
        command = [str(self.python), *arguments]
        process = subprocess.Popen(command, cwd=str(folder), env=dict(self.environment))  # noqa: S603 - our own
        while True:
            try:
                code = process.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code

    def ensure(self, lock: str) -> None:
        """Install the lock and the project, unless that was done before.

        Raises:
            SetupError: where it cannot be done.
        """
        done = self.read_prepared()
        if self.is_stale(done):
            self.remake()
            done = self.identity()
        project = self.digest("pyproject.toml")
        has_packages = any(name in done for name in SATISFIED_BY[lock])
        if has_packages and done.get("project") == project:
            return
        self.forget_prepared()
        if not has_packages:
            self.install_packages(lock)
            done[lock] = self.lock_digest(lock)
        self.install_project()
        self.write_prepared(dict(done, project=project))

    def identity(self) -> "dict[str, str]":
        """What a virtual environment cannot outlive: its folder, which its scripts name, and its Python."""
        major, minor = sys.version_info[:2]
        return {"folder": str(self.root), "python": f"{major}.{minor}"}

    def is_stale(self, done: Mapping[str, str]) -> bool:
        """Whether ``.venv`` must be made anew: half-made, moved, of another Python, or from an older lock."""
        return (
            not self.python.exists()
            or any(done.get(key) != value for key, value in self.identity().items())
            or any(name in done and done[name] != self.lock_digest(name) for name in SATISFIED_BY)
        )

    def read_prepared(self) -> "dict[str, str]":
        """What was installed: name of lock or fact → digest or value; empty where nothing was finished."""
        try:
            done = json.loads(self.prepared.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(value) for key, value in done.items()} if isinstance(done, dict) else {}

    def write_prepared(self, done: Mapping[str, str]) -> None:
        """Say, in one step, that all of this is installed."""
        draft = self.venv / (PREPARED + ".tmp")
        draft.write_text(json.dumps(done, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        draft.replace(self.prepared)

    def forget_prepared(self) -> None:
        """Let an interruption from here on count as a half-made environment."""
        if self.prepared.exists():
            self.prepared.unlink()

    def digest(self, name: str) -> str:
        """The sha256 of a file of the checkout, whatever its line ends.

        Raises:
            SetupError: where the file is missing.
        """
        try:
            content = (self.root / name).read_bytes()
        except OSError:
            raise SetupError(f"filen {name} kan ikke læses; hent projektet igen.") from None
        return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()

    def lock_digest(self, lock: str) -> str:
        """The sha256 of a lock."""
        return self.digest(f"requirements/{lock}.txt")

    def remake(self) -> None:
        """Make ``.venv`` with nothing but pip in it, removing one that stands there."""
        if self.venv.is_symlink():
            raise SetupError(".venv er et symbolsk link; slet linket, og prøv igen.")
        try:
            if self.venv.exists():
                shutil.rmtree(str(self.venv))
        except OSError:
            raise SetupError(
                "mappen .venv kan ikke fornyes, fordi den er i brug eller skrivebeskyttet. Luk programmer og "
                "terminaler, der bruger den (skriv »deactivate«), og prøv igen."
            ) from None
        say("Gør klar: laver mappen .venv …")
        self.step(
            [base_python(self.venv), "-I", "-m", "venv", str(self.venv)], "mappen .venv kunne ikke laves."
        )

    def install_packages(self, lock: str) -> None:
        """Install a lock's packages: exactly these versions, checked by hash, nothing compiled here."""
        say("Gør klar: henter pakker (kan tage et par minutter) …")
        self.pip(
            ["--require-hashes", "--only-binary=:all:", "--requirement", f"requirements/{lock}.txt"],
            "pakkerne kunne ikke installeres; se pips besked ovenfor. Er der forbindelse til nettet?",
        )

    def install_project(self) -> None:
        """Install the project itself, so that edits in ``src`` count at once."""
        say("Gør klar: installerer answerkit …")
        self.pip(
            ["--no-build-isolation", "--editable", "."],
            "answerkit kunne ikke installeres; se pips besked ovenfor.",
        )

    def pip(self, arguments: Sequence[str], failure: str) -> None:
        """Install by the pip inside ``.venv``; the locks are whole, so nothing needs to be resolved."""
        common = ["--no-deps", "--no-user", "--no-input", "--quiet", "--disable-pip-version-check"]
        self.step([str(self.python), "-I", "-m", "pip", "install", *common, *arguments], failure)

    def step(self, command: Sequence[str], failure: str) -> None:
        """Run a step of the set-up; what it prints goes to standard error.

        Raises:
            SetupError: with the failure's text.
        """
        try:
            code = subprocess.call(  # noqa: S603 - our own commands
                command, cwd=str(self.root), env=dict(self.environment), stdout=STANDARD_ERROR
            )
        except OSError:
            raise SetupError(failure) from None
        if code != 0:
            raise SetupError(failure)


def base_python(venv: Path) -> str:
    """The Python to make ``venv`` with: this one, or the one beneath it where this one lives in ``venv``."""
    if Path(sys.prefix) == venv:
        return str(getattr(sys, "_base_executable", sys.executable))
    return sys.executable


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):  # not on Python 3.6
        # A pipe on Windows may not know all Danish letters: a wrong letter is better than a traceback.
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
