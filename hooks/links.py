"""Tells where a link stands that leads nowhere, and what to do about it.

MkDocs names the page and the link; in a long page that is not enough.
"""

import logging
import re
from pathlib import Path
from typing import Literal

DOCS = Path(__file__).parent.parent / "docs"
NOWHERE = re.compile(
    r"Doc file '(?P<page>.+?)' contains .*?link '(?P<link>.+?)'"
)
REMEDY = "Name a page's file and the anchor of a heading there."


def on_startup(
    *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
) -> None:
    """Complete what MkDocs is about to say."""
    logging.getLogger("mkdocs.structure.pages").addFilter(complete)


def complete(record: logging.LogRecord) -> bool:
    """Add the line and the remedy to a warning of such a link."""
    said = record.getMessage()
    if found := NOWHERE.match(said):
        where = line_of(DOCS / found["page"], found["link"])
        record.msg = f"{said} {where}{REMEDY}"
    return True


def line_of(page: Path, link: str) -> str:
    """Where the link is written; a question has it as its `section`."""
    written = (f"({link}", f"]: {link}", f'"{link}"', f"section: {link[1:]}")
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if any(text in line for text in written):
            return f"It is in line {number}. "
    return ""
