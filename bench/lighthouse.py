"""`make bench`: what Lighthouse gives to home, the longest page and a lab.

Its mobile profile: a simulated slow line and a processor four times slower.
Ends with 1 if a category is below LEAST on any page.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.server import Line, serve
from tests import programs
from tests.paths import ROOT, SITE

LEAST = 95
PAGES = ("", "caching/eviction/", "labs/eviction/")
PROGRAM = ROOT / "bench" / "node_modules" / ".bin" / "lighthouse"


def scores(address: str) -> dict[str, int]:
    """Of 100, by category."""
    chromium = programs.find(programs.BROWSER)
    assert chromium, programs.remedy(programs.BROWSER)
    flags = ["--headless=old", *programs.CHROMIUM_ARGUMENTS]
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            str(PROGRAM),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={' '.join(flags)}",
        ]
        subprocess.run(
            command, env=os.environ | {"CHROME_PATH": chromium}, check=True
        )
        categories = json.loads(report.read_text("utf-8"))["categories"]
    return {
        category["title"]: round(100 * category["score"])
        for category in categories.values()
    }


def main() -> int:
    """Print a row per page."""
    lowest = 100
    with serve({"/": SITE}, Line()) as base:
        for page in PAGES:
            found = scores(f"{base}/{page}")
            lowest = min(lowest, *found.values())
            row = "  ".join(f"{name} {score}" for name, score in found.items())
            print(f"/{page}: {row}", flush=True)
    return lowest < LEAST


if __name__ == "__main__":
    sys.exit(main())
