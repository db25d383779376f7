"""Projects with secrets in them, and a server that tells one."""

from __future__ import annotations

import ctypes
import os
import secrets
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from answerkit.isolate.wall import Wall
from answerkit.isolate.worker import start
from isolate.attempts import Scene, try_all

VARIABLE = "ANSWERKIT_TEST_SECRET"

SERVER = """
import selectors, socket, sys
stream, datagram = socket.create_server(("127.0.0.1", 0)), socket.socket(type=socket.SOCK_DGRAM)
local = socket.socket(socket.AF_UNIX)
datagram.bind(("127.0.0.1", 0)); local.bind(sys.argv[1]); local.listen()
print(stream.getsockname()[1], datagram.getsockname()[1], flush=True)
secret = sys.stdin.readline().strip().encode()
waiting = selectors.DefaultSelector()
for server in (stream, datagram, local):
    waiting.register(server, selectors.EVENT_READ)
waiting.register(sys.stdin, selectors.EVENT_READ)
while True:
    for key, _ in waiting.select():
        if key.fileobj is sys.stdin:
            sys.exit()
        if key.fileobj is datagram:
            datagram.sendto(secret, datagram.recvfrom(9)[1])
        else:
            connection = key.fileobj.accept()[0]
            connection.sendall(secret)
            connection.close()
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of the attempts: name → what stopped it, and what it got."""

    wall: Wall
    secret: str
    inherited: str
    outcomes: Mapping[str, tuple[str, bytes]]

    def got_through(self, name: str) -> bool:
        """Whether the attempt got at a secret, or did what it was after."""
        got = self.outcomes[name][1]
        return got == b"done" or any(mark in got for mark in (self.secret.encode(), self.inherited.encode()))


def try_everything(base: Path, wall: Wall) -> Tried:
    """Start a child in an open project, then fill the project with a secret, then let the child try."""
    lay_out(base)
    inherited = f"arvet-{secrets.token_hex(16)}"
    buffer = ctypes.create_string_buffer(64)
    os.environ[VARIABLE] = inherited
    with server() as (process, socket, stream, datagram), (base.parent / "elsewhere.txt").open("w+b") as held:
        os.set_inheritable(held.fileno(), True)  # noqa: FBT003 - takes it by place only
        scene = Scene(base, stream, datagram, socket, os.getpid(), ctypes.addressof(buffer), len(buffer))
        readable = [
            base / name for name in ("content/public", "templates", "answerkit.toml", "granted", "missing")
        ]
        with start(try_all, scene, readable, wall=wall) as attempts:
            secret = f"hemmelig-{secrets.token_hex(16)}"
            buffer.value = secret.encode()
            held.write(secret.encode())
            held.flush()
            tell(process, secret)
            hide(base, secret)
            scene.flag.touch()
            outcomes = {name: (stopped, got) for name, stopped, got in attempts}
            return Tried(attempts.wall, secret, inherited, outcomes)


def lay_out(base: Path) -> None:
    """The project, without a secret in it."""
    for folder in (
        "content/public",
        "content/confidential",
        "templates",
        ".git/objects/ab",
        "outputs/confidential",
    ):
        (base / folder).mkdir(parents=True)
    (base / "outputs/public").mkdir()
    for file in ("content/public/block.yaml", "answerkit.toml", "templates/a.md.j2"):
        (base / file).write_text("offentlig", encoding="utf-8")
    (base / "content/public/link.yaml").symlink_to("../confidential/case.yaml")
    (base / "templates/linked").symlink_to(base / "content/confidential")
    (base / "granted").symlink_to("content/confidential")


def hide(base: Path, secret: str) -> None:
    """Put the secret wherever a project has one."""
    confidential = base / "content/confidential"
    for name in ("case.yaml", "case.txt", secret):
        (confidential / name).write_text(secret, encoding="utf-8")
    (confidential / "case.xml").write_text(f"<a>{secret}</a>", encoding="utf-8")
    for name in (secret, "outputs/confidential/svar.docx", "outputs/public/svar.docx"):
        (base / name).write_text(secret, encoding="utf-8")
    (base / ".git/objects/ab/cdef").write_bytes(zlib.compress(secret.encode()))
    with closing(sqlite3.connect(confidential / "case.db")) as connection, connection:
        connection.execute("CREATE TABLE cases (text)")
        connection.execute("INSERT INTO cases VALUES (?)", (secret,))


@contextmanager
def server() -> Iterator[tuple[subprocess.Popen[str], str, int, int]]:
    """A process of its own, so that this one has no further thread; with its path and ports."""
    with TemporaryDirectory() as folder:
        path = str(Path(folder, "s"))  # A socket's path must be short.
        command = [sys.executable, "-c", SERVER, path]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            stream, datagram = map(int, process.stdout.readline().split())
            yield process, path, stream, datagram


def tell(process: subprocess.Popen[str], secret: str) -> None:
    """Let the server know what to say."""
    assert process.stdin is not None
    process.stdin.write(secret + "\n")
    process.stdin.flush()
