"""Runs a notebook when something that it uses has changed, and offers it."""

import hashlib
import os
from html import unescape
from pathlib import Path

import jupytext
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page
from mkdocs_jupyter import convert
from mkdocs_jupyter.metadata import split_frontmatter
from nbclient.exceptions import CellExecutionError
from nbconvert.filters import strip_ansi

ROOT = Path(__file__).parent.parent
RUNS = ROOT / "build" / "labs"
USED = [
    "snippets/**/*.py",
    "theme/figures.py",
    "theme/colours.json",
    "theme/lab.html",
    "*.lock",
]
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}

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


def as_notebook(path: Path) -> str:
    """The lab as an .ipynb file that has not been run, the same each time."""
    notebook = jupytext.read(path)
    notebook.metadata = {"kernelspec": KERNEL}
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    first = notebook.cells[0]  # whose head is for the page alone
    first.source = split_frontmatter(first.source, path)[0].strip()
    return str(jupytext.writes(notebook, fmt="ipynb")) + "\n"


def _is_lab(page: Page) -> bool:
    return page.file.src_uri.endswith(".py")


def on_page_content(html: str, *, page: Page, **_: object) -> str:
    """Offer the notebook below the page's title."""
    if not _is_lab(page):
        return html
    name = Path(page.file.src_uri).with_suffix(".ipynb").name
    offer = (
        f'<p class="lab-download" data-search-exclude><a href="{name}" '
        "download>Download this notebook</a> and open it in the root folder of "
        "a clone of the repository, whose code it imports.</p>"
    )
    return html.replace("</h1>", f"</h1>\n{offer}", 1)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Put the notebook beside its page."""
    if _is_lab(page):
        folder = (Path(config.site_dir) / page.file.dest_uri).parent
        folder.mkdir(parents=True, exist_ok=True)
        source = Path(config.docs_dir) / page.file.src_uri
        target = folder / source.with_suffix(".ipynb").name
        target.write_text(as_notebook(source), encoding="utf-8")
    return output


def on_build_error(*, error: Exception) -> None:
    """End without MkDocs' own traceback: it has shown the lab's."""
    if isinstance(error, CellExecutionError):
        raise Abort("")
