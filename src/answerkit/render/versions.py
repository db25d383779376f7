"""Which releases of the libraries below shape a file's bytes."""

from __future__ import annotations

from typing import Final

import docx
from lxml import etree

DOCX_VERSION: Final[str] = docx.__version__
LXML_VERSION: Final[str] = etree.__version__
