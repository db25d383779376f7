"""Whether anything that goes into a file changed since the file was built.

A fingerprint covers the program and the libraries that shape bytes, the settings, the templates and the
content. Equal fingerprints mean equal files, since a build is deterministic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import jinja2
import markdown_it

from answerkit import __version__
from answerkit.model.document import RASTERISER
from answerkit.model.frozen import dataclass
from answerkit.model.lock_files import is_lock_file
from answerkit.render.versions import DOCX_VERSION, LXML_VERSION, rasteriser_version


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Makes the fingerprint of one file after the other.

    Attributes:
        common: what all files share.
        digests: path of a content file → its sha256.
    """

    common: str
    digests: Mapping[str, str]

    def of(self, inputs: Iterable[str]) -> str:
        """The fingerprint (hex) of a file made of these content files; empty when one of them is gone."""
        lines = [(path, self._state(path)) for path in sorted(inputs)]
        if not all(digest for _, digest in lines):
            return ""
        return _digest((self.common, *(f"{digest} {path}" for path, digest in lines)))

    def _state(self, name: str) -> str:
        """What an input is at the moment; empty for a file that is gone."""
        return rasteriser_version() if name == RASTERISER else self.digests.get(name, "")


def common_inputs(settings: str, templates: Path) -> str:
    """A digest (hex) of what goes into every file: program, libraries, settings, templates.

    Raises:
        OSError: a template cannot be read.
    """
    files = sorted(path for path in templates.rglob("*") if path.is_file() and not is_lock_file(path.name))
    digests = (
        f"{sha256(file.read_bytes()).hexdigest()} {file.relative_to(templates).as_posix()}" for file in files
    )
    return _digest((*_versions(), settings, *digests))


def _versions() -> tuple[str, ...]:
    libraries = (DOCX_VERSION, LXML_VERSION, markdown_it.__version__, jinja2.__version__)
    return (__version__, *libraries)


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()
