"""The settings that LibreOffice gets: nothing is fetched, run, updated or remembered.

A file that somebody edited may hold programs, and links to pictures and data elsewhere; none is followed.

Source: LibreOffice, officecfg: org.openoffice.Office.Common (Security, Misc, Save) and
org.openoffice.Office.Writer (Content/Update).
"""

from __future__ import annotations

from typing import Final

_SETTINGS: Final = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Misc", "CollectUsageInformation", "false"),
    ("Common/Misc", "CrashReport", "false"),
    ("Common/Misc", "FirstRun", "false"),
    ("Common/Save/Document", "UseUserData", "false"),
    ("Writer/Content/Update", "Link", "0"),
)


def _item(path: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
    )


PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
    f"{''.join(_item(*setting) for setting in _SETTINGS)}</oor:items>\n"
)
"""The text of ``registrymodifications.xcu``."""
