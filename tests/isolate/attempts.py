"""Ways to what lies beyond the wall, tried from inside a child. Each gives the bytes that it got.

No secret exists when the child is made, and the child never learns one by itself: the parent judges by what
comes back whether an attempt got through.
"""

from __future__ import annotations

import ctypes
import gc
import io
import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from xml.sax import handler, make_parser
from xml.sax.xmlreader import InputSource

import jinja2
from lxml import etree

DONE = b"done"
"""What an attempt gives that was not after text, when nothing stopped it."""

SECRET = re.compile("hemmelig-[0-9a-f]{32}")

ENOUGH = 1 << 20

# Got before any wall stands, as by a library that was loaded before.
if sys.platform != "win32":
    LIBC = ctypes.CDLL(None, use_errno=True)
    LIBC_OPEN, LIBC_READ, LIBC_GETENV = LIBC.open, LIBC.read, LIBC.getenv
    LIBC_GETENV.restype = ctypes.c_char_p
    BUFFER = ctypes.create_string_buffer(4096)
if sys.platform == "linux":
    READ_MEMORY = LIBC.process_vm_readv


@dataclass(frozen=True, slots=True)
class Scene:
    """A project in ``base``, which is the current directory; its secrets are made while the child waits.

    Attributes:
        stream: port of a server that says the secret; datagram: likewise by UDP; socket: path of a third one.
        address: of a buffer in the parent that is going to hold the secret.
    """

    base: Path
    stream: int
    datagram: int
    socket: str
    parent: int
    address: int
    length: int

    @property
    def secret(self) -> Path:
        return self.base / "content/confidential/case.yaml"

    @property
    def flag(self) -> Path:
        return self.base / "flag"


def try_all(scene: Scene) -> Iterator[tuple[str, str, bytes]]:
    """Name, what stopped it (the exception's name) or nothing, and the bytes, of each attempt."""
    while not scene.flag.exists():  # That a file is there can be seen from behind any wall.
        time.sleep(0.01)
    for name, tried in ATTEMPTS.items():
        try:
            got = tried(scene)
        except Exception as error:  # noqa: BLE001 - the question is what stops it
            yield name, type(error).__name__, b""
        else:
            yield name, "", got[:ENOUGH]


ATTEMPTS: dict[str, Callable[[Scene], bytes]] = {}


def attempt(function: Callable[[Scene], bytes]) -> Callable[[Scene], bytes]:
    ATTEMPTS[function.__name__] = function
    return function


# --- what the child may read


@attempt
def public_file(scene: Scene) -> bytes:
    return (scene.base / "content/public/block.yaml").read_bytes()


@attempt
def public_folder(scene: Scene) -> bytes:
    return b" ".join(os.fsencode(path.name) for path in (scene.base / "content/public").iterdir())


@attempt
def settings_file(scene: Scene) -> bytes:
    return (scene.base / "answerkit.toml").read_bytes()


@attempt
def relative_path(_: Scene) -> bytes:
    return Path("content/public/block.yaml").read_bytes()


@attempt
def late_import(_: Scene) -> bytes:
    import wave  # noqa: PLC0415 - that it works is the point

    return wave.__name__.encode()


@attempt
def late_machine_code(_: Scene) -> bytes:
    import resvg_py  # noqa: PLC0415 - it needs a library of the system's

    return resvg_py.svg_to_bytes('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')


@attempt
def late_codec(_: Scene) -> bytes:
    return "æ".encode("cp850")


@attempt
def template(scene: Scene) -> bytes:
    loader = jinja2.FileSystemLoader(scene.base / "templates")
    return jinja2.Environment(loader=loader, autoescape=True).get_template("a.md.j2").render().encode()


# --- Python's own ways to a file


@attempt
def open_file(scene: Scene) -> bytes:
    return scene.secret.read_bytes()


@attempt
def open_relative(_: Scene) -> bytes:
    return Path("content/public/../confidential/case.yaml").read_bytes()


@attempt
def open_bytes_path(scene: Scene) -> bytes:
    with open(os.fsencode(scene.secret), "rb", buffering=0) as file:  # noqa: PTH123 - a path of bytes
        return file.read()


@attempt
def open_descriptor(scene: Scene) -> bytes:
    return os.read(os.open(scene.secret, os.O_RDONLY), ENOUGH)


@attempt
def open_from_folder(scene: Scene) -> bytes:
    folder = os.open(scene.base / "content/public", os.O_RDONLY)
    return os.read(os.open("../confidential/case.yaml", os.O_RDONLY, dir_fd=folder), ENOUGH)


@attempt
def change_directory(scene: Scene) -> bytes:
    os.chdir(scene.secret.parent)
    try:
        return Path(scene.secret.name).read_bytes()
    finally:
        os.chdir(scene.base)


@attempt
def list_folder(scene: Scene) -> bytes:
    return os.fsencode(" ".join(os.listdir(scene.secret.parent)))  # noqa: PTH208 - each way counts


@attempt
def scan_folder(scene: Scene) -> bytes:
    with os.scandir(scene.secret.parent) as entries:
        return os.fsencode(" ".join(entry.name for entry in entries))


@attempt
def glob_folder(scene: Scene) -> bytes:
    return os.fsencode(" ".join(path.name for path in scene.secret.parent.glob("*")))


@attempt
def list_project(scene: Scene) -> bytes:
    return os.fsencode(" ".join(path.name for path in scene.base.iterdir()))


@attempt
def built_file(scene: Scene) -> bytes:
    return (scene.base / "outputs/confidential/svar.docx").read_bytes()


@attempt
def earlier_public_file(scene: Scene) -> bytes:
    return (scene.base / "outputs/public/svar.docx").read_bytes()


@attempt
def git_object(scene: Scene) -> bytes:
    (found,) = (scene.base / ".git/objects/ab").iterdir()
    return zlib.decompress(found.read_bytes())


@attempt
def git_object_by_name(scene: Scene) -> bytes:
    return zlib.decompress((scene.base / ".git/objects/ab/cdef").read_bytes())


@attempt
def file_elsewhere(scene: Scene) -> bytes:
    return (scene.base.parent / "elsewhere.txt").read_bytes()


@attempt
def link_in_content(scene: Scene) -> bytes:
    return (scene.base / "content/public/link.yaml").read_bytes()


@attempt
def linked_folder_in_templates(scene: Scene) -> bytes:
    return (scene.base / "templates/linked/case.yaml").read_bytes()


@attempt
def list_linked_folder(scene: Scene) -> bytes:
    return os.fsencode(" ".join(path.name for path in (scene.base / "templates/linked").iterdir()))


@attempt
def granted_link(scene: Scene) -> bytes:
    return (scene.base / "granted/case.yaml").read_bytes()


@attempt
def template_include(scene: Scene) -> bytes:
    loader = jinja2.FileSystemLoader(scene.base / "templates", followlinks=True)
    source = jinja2.Environment(loader=loader, autoescape=True).from_string(
        "{% include 'linked/case.yaml' %}"
    )
    return source.render().encode()


@attempt
def sax_entity(scene: Scene) -> bytes:
    seen: list[str] = []

    class Listener(handler.ContentHandler):
        def characters(self, content: str) -> None:
            seen.append(content)

    parser = make_parser()  # noqa: S317 - the attack itself
    parser.setFeature(handler.feature_external_ges, 1)
    parser.setContentHandler(Listener())
    source = InputSource()
    source.setByteStream(io.BytesIO(entity_document(scene)))
    parser.parse(source)
    return "".join(seen).encode()


# --- the process file system


@attempt
def own_working_directory(_: Scene) -> bytes:
    return Path("/proc/self/cwd/content/confidential/case.yaml").read_bytes()


@attempt
def own_root(scene: Scene) -> bytes:
    return Path(f"/proc/self/root{scene.secret}").read_bytes()


@attempt
def own_environment(_: Scene) -> bytes:
    return Path("/proc/self/environ").read_bytes()


@attempt
def own_memory(_: Scene) -> bytes:
    return Path("/proc/self/maps").read_bytes() and DONE


@attempt
def parent_environment(scene: Scene) -> bytes:
    return Path(f"/proc/{scene.parent}/environ").read_bytes()


@attempt
def parent_descriptors(scene: Scene) -> bytes:
    found = b""
    for link in Path(f"/proc/{scene.parent}/fd").iterdir():
        with suppress(OSError):
            found += link.read_bytes() if link.is_file() else b""
    return found


@attempt
def parent_working_directory(scene: Scene) -> bytes:
    return Path(f"/proc/{scene.parent}/cwd/content/confidential/case.yaml").read_bytes()


@attempt
def parent_memory(scene: Scene) -> bytes:
    with Path(f"/proc/{scene.parent}/mem").open("rb", buffering=0) as memory:
        memory.seek(scene.address)
        return memory.read(scene.length)


# --- other programs


@attempt
def run_program(scene: Scene) -> bytes:
    return subprocess.run(["cat", scene.secret], capture_output=True, check=True).stdout  # noqa: S607


@attempt
def run_shell(scene: Scene) -> bytes:
    return DONE if os.system(f"test -r {scene.secret}") == 0 else b""  # noqa: S605 - the attack itself


@attempt
def spawn_program(_: Scene) -> bytes:
    child = os.posix_spawn("/bin/true", ["true"], {})
    return DONE if os.waitpid(child, 0)[1] == 0 else b""


@attempt
def spawn_python(_: Scene) -> bytes:
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", "pass"], {})
    return DONE if os.waitpid(child, 0)[1] == 0 else b""


@attempt
def signal_parent(scene: Scene) -> bytes:
    os.kill(scene.parent, 0)
    return DONE


# --- the network


@attempt
def tcp(scene: Scene) -> bytes:
    with socket.create_connection(("127.0.0.1", scene.stream), timeout=5) as connection:
        return connection.recv(ENOUGH)


@attempt
def listen(_: Scene) -> bytes:
    with socket.create_server(("127.0.0.1", 0)):
        return DONE


@attempt
def udp(scene: Scene) -> bytes:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as connection:
        connection.settimeout(5)
        connection.sendto(b"?", ("127.0.0.1", scene.datagram))
        return connection.recv(ENOUGH)


@attempt
def unix_socket(scene: Scene) -> bytes:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(scene.socket)
        return connection.recv(ENOUGH)


# --- C code that opens files by itself


def entity_document(scene: Scene) -> bytes:
    address = scene.secret.with_suffix(".txt").as_uri()
    return f'<!DOCTYPE a [<!ENTITY e SYSTEM "{address}">]><a>&e;</a>'.encode()


@attempt
def lxml_file(scene: Scene) -> bytes:
    return etree.tostring(etree.parse(str(scene.secret.with_suffix(".xml"))))


@attempt
def lxml_entity(scene: Scene) -> bytes:
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True, no_network=False)
    return etree.tostring(etree.fromstring(entity_document(scene), parser))


@attempt
def lxml_xinclude(scene: Scene) -> bytes:
    link = scene.secret.with_suffix(".xml").as_uri()
    tree = etree.ElementTree(
        etree.fromstring(f'<a xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="{link}"/></a>')
    )
    tree.xinclude()
    return etree.tostring(tree)


@attempt
def library_loaded_now(scene: Scene) -> bytes:
    library = ctypes.CDLL(None)
    return read_by_library(library.open, library.read, scene.secret)


@attempt
def library_loaded_before(scene: Scene) -> bytes:
    return read_by_library(LIBC_OPEN, LIBC_READ, scene.secret)


def read_by_library(opens: Callable[..., int], reads: Callable[..., int], path: Path) -> bytes:
    descriptor = opens(os.fsencode(path), os.O_RDONLY)
    if descriptor < 0:
        raise PermissionError(ctypes.get_errno())
    reads(descriptor, BUFFER, 4096)
    os.close(descriptor)
    return BUFFER.raw


@attempt
def database(scene: Scene) -> bytes:
    with closing(sqlite3.connect(scene.secret.with_suffix(".db"))) as connection:
        return str(connection.execute("SELECT text FROM cases").fetchall()).encode()


@attempt
def attached_database(scene: Scene) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("ATTACH ? AS other", (str(scene.secret.with_suffix(".db")),))
        return str(connection.execute("SELECT text FROM other.cases").fetchall()).encode()


# --- what came with the child


@attempt
def environment(_: Scene) -> bytes:
    return repr(dict(os.environ)).encode()


@attempt
def library_environment(_: Scene) -> bytes:
    return LIBC_GETENV(b"ANSWERKIT_TEST_SECRET") or b""


@attempt
def inherited_descriptors(_: Scene) -> bytes:
    found = b""
    for descriptor in range(1, 256):
        with suppress(OSError):
            os.lseek(descriptor, 0, os.SEEK_SET)
            found += os.read(descriptor, ENOUGH)
    return found


@attempt
def standard_input(_: Scene) -> bytes:
    return os.read(0, ENOUGH)


@attempt
def memory_at_the_parents_address(scene: Scene) -> bytes:
    """What this process has where its parent keeps the secret by now."""
    return read_memory(os.getpid(), scene)


@attempt
def parent_memory_by_call(scene: Scene) -> bytes:
    return read_memory(scene.parent, scene)


class Span(ctypes.Structure):
    """``struct iovec``."""

    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


def read_memory(process: int, scene: Scene) -> bytes:
    buffer = ctypes.create_string_buffer(scene.length)
    here = Span(ctypes.addressof(buffer), scene.length)
    there = Span(scene.address, scene.length)
    zero = ctypes.c_ulong(0)
    one = ctypes.c_ulong(1)
    if READ_MEMORY(process, ctypes.byref(here), one, ctypes.byref(there), one, zero) < 0:
        raise PermissionError(ctypes.get_errno())
    return buffer.raw


@attempt
def inherited_memory(_: Scene) -> bytes:
    """Whatever looks like a secret in all that this process can reach."""
    found: set[str] = set()
    for holder in gc.get_objects():
        found.update(
            text for text in gc.get_referents(holder) if isinstance(text, str) and SECRET.fullmatch(text)
        )
    return " ".join(found).encode()


# --- writing


@attempt
def write_file(scene: Scene) -> bytes:
    (scene.base / "content/public/new.yaml").write_bytes(DONE)
    return DONE


@attempt
def write_over(scene: Scene) -> bytes:
    with (scene.base / "content/public/block.yaml").open("r+b") as file:
        file.write(DONE)
    return DONE


@attempt
def write_temporary(_: Scene) -> bytes:
    with tempfile.NamedTemporaryFile() as file:
        file.write(DONE)
    return DONE


@attempt
def make_folder(scene: Scene) -> bytes:
    (scene.base / "content/public/new").mkdir()
    return DONE


@attempt
def remove_file(scene: Scene) -> bytes:
    (scene.base / "content/public/block.yaml").unlink()
    return DONE


@attempt
def rename_file(scene: Scene) -> bytes:
    (scene.base / "content/public/block.yaml").rename(scene.base / "content/public/other.yaml")
    return DONE


@attempt
def link_hard(scene: Scene) -> bytes:
    os.link(scene.secret, scene.base / "content/public/hard.yaml")
    return DONE


@attempt
def link_symbolic(scene: Scene) -> bytes:
    (scene.base / "content/public/soft.yaml").symlink_to(scene.secret)
    return DONE


@attempt
def cut_file(scene: Scene) -> bytes:
    os.truncate(scene.base / "content/public/block.yaml", 0)
    return DONE


@attempt
def make_pipe(scene: Scene) -> bytes:
    os.mkfifo(scene.base / "content/public/pipe")
    return DONE


# --- what no wall refuses


@attempt
def file_size(scene: Scene) -> bytes:
    return DONE if scene.secret.stat().st_size > 0 else b""


@attempt
def link_target(scene: Scene) -> bytes:
    return os.fsencode(os.readlink(scene.base / "content/public/link.yaml"))  # noqa: PTH115 - each way counts
