"""How large a picture is."""

from __future__ import annotations

import struct

from answerkit.errors import AnswerkitError
from answerkit.model.document import Picture

# Source: PNG (Third Edition), 5.2 and 11.2.1: signature, then the header chunk with width and height first.
_PNG_START = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_PNG_PIXELS = struct.Struct(f">{len(_PNG_START)}xII")


class UnreadablePictureError(AnswerkitError):
    """A picture's bytes are no PNG that Word could show."""

    def __init__(self, number: int) -> None:
        super().__init__(f"figur {number} kan ikke læses", "gem billedet som PNG igen")


def pixels(node: Picture) -> tuple[int, int]:
    """Width and height of the picture's PNG, in pixels.

    Raises:
        UnreadablePictureError: when its bytes are no PNG, or it has no pixels.
    """
    if node.png.startswith(_PNG_START) and len(node.png) >= _PNG_PIXELS.size:
        across, down = _PNG_PIXELS.unpack_from(node.png)
        if across and down:
            return across, down
    raise UnreadablePictureError(node.number)
