"""`make links`: asks the hosts to which pages link, and names what is gone.

Asks the network, so no test does it; it ends with 1 if a link is dead.
"""

import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from bench.server import Line, serve
from tests.paths import SITE

PROGRAM = Path(sys.executable).with_name("linkchecker")
SETTINGS = Path(__file__).with_name("linkcheckerrc")


def own(site: Path) -> list[str]:
    """Addresses that other tests judge: the repository's, the site's own."""
    home = BeautifulSoup(
        (site / "index.html").read_text("utf-8"), "html.parser"
    )
    links = home.select(".md-source[href], link[rel=canonical]")
    return [str(link["href"]) for link in links]


def check(site: Path) -> int:
    """Print each dead link with its page; 1 if there is one."""
    with serve({"/": site}, Line()) as base:
        ignored = [f"--ignore-url=^{address}" for address in own(site)]
        command = [str(PROGRAM), f"--config={SETTINGS}", *ignored, f"{base}/"]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(check(SITE))
