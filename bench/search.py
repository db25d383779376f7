"""How quickly secrets are found, beside what one would type instead: ``unzip -p FILE | grep -F -f TERMS``."""

import re
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from zipfile import ZipFile

from bench.case import blocks, terms

from answerkit.model.text import Piece
from answerkit.verify.extract.read import extract
from answerkit.verify.match.exact import ExactIndex
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.match.view import View
from answerkit.verify.secrets.derive import from_texts

BY_HAND = ("unzip", "grep")
_BODY = re.compile(rb"(?<=<w:body>)(.*)(?=<w:sectPr)", re.DOTALL)


def can_compare() -> bool:
    """Whether this system has the two programs."""
    return all(map(shutil.which, BY_HAND))


def by_hand(files: Sequence[Path], wanted: Path) -> float:
    """Seconds that unzip and grep take for the files, one after the other."""
    start = time.perf_counter()
    for file in files:
        with (
            Popen([BY_HAND[0], "-p", file], stdout=PIPE, stderr=DEVNULL) as packed,
            Popen([BY_HAND[1], "-F", "-f", wanted], stdin=packed.stdout, stdout=DEVNULL) as found,
        ):
            found.wait()
    return time.perf_counter() - start


def exactly(files: Sequence[Path], secrets: Sequence[str]) -> float:
    """Seconds for reading the files and looking for the secrets as they are written, forms and all."""
    index = ExactIndex(from_texts(secrets))

    def search(pieces: Sequence[Piece]) -> None:
        found = list(index.find([View(piece.text, at) for at, piece in enumerate(pieces)]))
        if found:
            raise AssertionError(len(found))

    return _timed(files, search)


def in_all_ways(files: Sequence[Path], secrets: Sequence[str]) -> float:
    """Seconds for the same with every disguise."""
    matcher = Matcher(from_texts(secrets))

    def search(pieces: Sequence[Piece]) -> None:
        if found := matcher.find("svar.docx", pieces):
            raise AssertionError(len(found))

    return _timed(files, search)


def long_file(file: Path, count: int) -> float:
    """Seconds to read a case of that many blocks, get ready, and search one file."""
    case = blocks(count)
    start = time.perf_counter()
    matcher = Matcher(from_texts(case))
    matcher.find(file.name, extract(file.name, file.read_bytes()).pieces)
    return time.perf_counter() - start


def write_terms(file: Path, count: int) -> list[str]:
    """Write that many secrets into a file, one a line, and give them back."""
    secrets = terms(count)
    file.write_text("\n".join(secrets) + "\n", encoding="utf-8")
    return secrets


def lengthened(file: Path, copy: Path, times: int) -> Path:
    """Write a copy of a Word file with its text several times over, each time a little different."""
    with ZipFile(file) as source, ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                head, body, tail = _BODY.split(data)
                bodies = (body.replace(b"</w:t>", b" (%d)</w:t>" % number) for number in range(times))
                data = b"".join((head, *bodies, tail))
            target.writestr(name, data)
    return copy


def _timed(files: Sequence[Path], search: Callable[[Sequence[Piece]], None]) -> float:
    start = time.perf_counter()
    for file in files:
        search(extract(file.name, file.read_bytes()).pieces)
    return time.perf_counter() - start
