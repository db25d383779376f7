"""Which releases of the libraries below shape a file's bytes."""

from __future__ import annotations

from typing import Final

import docx
from lxml import etree

DOCX_VERSION: Final[str] = docx.__version__
LXML_VERSION: Final[str] = etree.__version__


def rasteriser_version() -> str:
    """The release of the library that draws the pixels of charts."""
    import resvg_py  # noqa: PLC0415 - only for documents with a chart

    return resvg_py.__version__
