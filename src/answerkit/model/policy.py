"""What a project allows in what it publishes, from the table ``[patterns]`` of ``answerkit.toml``."""

from __future__ import annotations

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PatternPolicy:
    """Which contacts may stand in a file. CPR numbers never may, and no policy can allow them.

    Attributes:
        phones: whether any telephone number may.
        mails: whether any mail address may.
        exceptions: numbers and addresses that may where others may not; ``@kk.dk`` stands for a domain.
    """

    phones: bool = True
    mails: bool = True
    exceptions: tuple[str, ...] = ()
