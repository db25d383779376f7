"""The style sheet of HTML editions."""

from __future__ import annotations

from answerkit.lanes.project import PublicPaths


def read_css(paths: PublicPaths) -> str:
    """The style sheet, its lines ending in line feeds as a browser reads them; empty where there is none."""
    try:
        return paths.stylesheet.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
