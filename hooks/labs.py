"""Runs a lab when something that it uses has changed, else shows it again."""

import hashlib
import os
from html import unescape
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs_jupyter import convert
from nbclient.exceptions import CellExecutionError
from nbconvert.filters import strip_ansi

ROOT = Path(__file__).parent.parent
RUNS = ROOT / "build" / "labs"
USED = ["snippets/**/*.py", "theme/figures.py", "theme/lab.html", "*.lock"]

# A lab finds our modules, and no settings of whoever builds the site.
os.environ |= {
    "PYTHONPATH": str(ROOT),
    "JUPYTER_CONFIG_DIR": str(ROOT / "hooks"),
    "IPYTHONDIR": str(ROOT / "build" / "ipython"),
}

# The plugin has a cache, but not with a template of one's own, and it doesn't
# know what a lab imports.
run = convert.nb2html


def run_once(path: str, **options: object) -> str:
    """The lab as Markdown, as its last run left it if that still holds."""
    digest = hashlib.sha256(repr(options).encode())
    for file in [Path(path), *(f for used in USED for f in ROOT.glob(used))]:
        digest.update(file.read_bytes())
    kept = RUNS / digest.hexdigest()
    if not kept.is_file():
        try:
            text = run(path, **options)
        except CellExecutionError as error:
            error.traceback = strip_ansi(error.traceback)
            raise
        RUNS.mkdir(parents=True, exist_ok=True)
        kept.write_text(unescape(text), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


convert.nb2html = run_once


def on_build_error(*, error: Exception) -> None:
    """End without MkDocs' own traceback: it has shown the lab's."""
    if isinstance(error, CellExecutionError):
        raise Abort("")
