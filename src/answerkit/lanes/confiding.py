"""What a project's confidential root says is secret."""

from __future__ import annotations

import re
from pathlib import Path

from answerkit.lanes.content import Content
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.telling import Confided
from answerkit.load.config import load_config
from answerkit.load.overlay import WATCHLIST
from answerkit.load.remarks import load_remarks
from answerkit.load.watchlist import load_watchlist
from answerkit.model.problem import sort_key
from answerkit.verify.secrets.derive import derive

_UNREAD = re.compile("AK(?:1..|20[134])")
"""Codes of problems that leave text unread: unreadable files, unknown keys and values of a wrong kind."""


def confided(paths: PublicPaths, root: Path, content: Content) -> Confided:
    """All that the tree at ``root`` and its watchlist say, but for what the public content declares."""
    watchlist, problems = load_watchlist(root / WATCHLIST, paths.base)
    unread = [item for item in content.confidential.problems if _UNREAD.fullmatch(item.code.name)]
    remarks = load_remarks(root, paths.base)
    secrets = derive(content.confidential.said, content.public.said, watchlist, authority(paths), remarks)
    return Confided(secrets, tuple(sorted((*unread, *problems), key=sort_key)))


def authority(paths: PublicPaths) -> str:
    """The publisher's name from the project's settings; empty where they cannot be read."""
    config, _ = load_config(paths.config, paths.base)
    return config.authority if config else ""
