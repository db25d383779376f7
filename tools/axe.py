"""Judges HTML files by the accessibility rules of axe-core, in a headless Chromium.

Usage: ``python -m tools.axe AXE_JS CHROMIUM FILE...``. Exits with 1 when a rule is broken.

A copy of each page gets axe-core and loses its content security policy, which would forbid any script; all
else is as it was. Chromium then writes out the page with what axe-core found.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
_RESULT = re.compile(r'<script type="application/json" id="axe-result">(.*?)</script>', re.DOTALL)
_RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(function (found) {
  var told = document.createElement("script");
  told.type = "application/json";
  told.id = "axe-result";
  told.textContent = JSON.stringify({
    passes: found.passes.length,
    violations: found.violations.map(function (rule) {
      var places = rule.nodes.map(function (node) { return node.target.join(" "); });
      return {id: rule.id, help: rule.help, places: places};
    })
  }).replace(/</g, "\\\\u003c");
  document.body.appendChild(told);
});
"""
_FLAGS = (
    "--headless",
    "--no-sandbox",  # the pages are our own, and CI is root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1000,1400",
    "--virtual-time-budget=20000",
    "--dump-dom",
)
_PATIENCE = 120


def main(axe: Path, chromium: str, files: Sequence[Path]) -> int:
    """Judge the files, print what is broken, and give the exit code."""
    script = axe.read_text(encoding="utf-8")
    broken = 0
    for file in files:
        found = judged(file, script, chromium)
        complaints = list(told(found))
        print(f"{file}: {found['passes']} rules passed, {len(complaints)} broken")
        for complaint in complaints:
            print(f"  {complaint}")
        broken += len(complaints)
    return 1 if broken else 0


def judged(file: Path, script: str, chromium: str) -> Mapping[str, object]:
    """What axe-core says of a page.

    Raises:
        SystemExit: it says nothing.
    """
    page, policies = _POLICY.subn("", file.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.html"
        scripts = f"<script>{script}</script><script>{_RUN}</script></body>"
        copy.write_text(page.replace("</body>", scripts), encoding="utf-8")
        command = [chromium, *_FLAGS, f"--user-data-dir={folder}/profile", copy.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    result = _RESULT.search(done.stdout.decode("utf-8"))
    if policies != 1 or not result:
        raise SystemExit(f"{file}: axe-core said nothing (Chromium exited with {done.returncode})")
    found: Mapping[str, object] = json.loads(result[1])
    return found


def told(found: Mapping[str, object]) -> Iterator[str]:
    """The broken rules, each with the places where it is."""
    violations = found["violations"]
    assert isinstance(violations, list)  # noqa: S101 - our own script wrote it
    for rule in violations:
        yield f"{rule['id']}: {rule['help']}: {', '.join(rule['places'][:5])}"


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], [Path(name) for name in sys.argv[3:]]))
