"""How much is read before a file is a finding instead. Sizes are in bytes."""

from answerkit.model.frozen import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file with all that is packed in it.

    Attributes:
        file: the file itself.
        part: one unpacked part.
        total: all unpacked parts together.
        entries: parts, at all depths together.
        depth: how many containers may stand in each other.
        ratio: how many bytes may come of one packed byte; only asked of parts larger than ``ratio_from``.
    """

    file: int = 256 * _MEGABYTE
    part: int = 64 * _MEGABYTE
    total: int = 512 * _MEGABYTE
    entries: int = 10_000
    depth: int = 8
    ratio: int = 200
    ratio_from: int = 4 * _MEGABYTE


LIMITS = Limits()
