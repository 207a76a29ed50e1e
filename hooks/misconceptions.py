"""Links each misconception to where it is refuted, and that section back to it.

The entries name the section; nothing is written on the section's own page.
"""

import re
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from blocks.attributes import ATTRIBUTES

MARK = ATTRIBUTES["misconception"]
HEADING = re.compile(r'<h(?P<level>[1-6])(?: id="(?P<id>[^"]*)")?')
NOTES = '<div class="footnote">'


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Now that each page's text is known, link both ways."""
    pages = {
        page.url: page
        for file in files.documentation_pages()
        if (page := file.page) and page.content
    }
    for page in list(pages.values()):
        if MARK in (page.content or ""):
            soup = BeautifulSoup(page.content or "", "html.parser")
            for entry in soup.select(f"[{MARK}]"):
                _link_run(entry, page, pages)
                _link_back(entry, page, pages)
            page.content = str(soup)


def _link_run(entry: Tag, page: Page, pages: dict[str, Page]) -> None:
    """Link the lines that are quoted to the section that runs their snippet."""
    shown = entry.select_one(f"[{ATTRIBUTES['refutes']}]")
    if shown is None:
        return
    path = str(shown[ATTRIBUTES["refutes"]])
    marks = [f'{ATTRIBUTES[kind]}="{path}"' for kind in ("run", "session")]
    for other in pages.values():
        for mark in marks:
            before, found, _ = (other.content or "").partition(mark)
            ids = [head["id"] for head in HEADING.finditer(before)]
            if found and ids:
                url = get_relative_url(other.url, page.url)
                link = shown.select_one("a[href]")
                assert link
                link["href"] = f"{url}#{ids[-1]}"
                return
    raise PluginError(
        f"{page.file.src_uri}: no page shows {path}, which the misconception "
        f"`{entry[MARK]}` names: show it by a `run` or `session` block."
    )


def _link_back(entry: Tag, page: Page, pages: dict[str, Page]) -> None:
    """End the section that it is about with a link to the entry."""
    about = entry.select_one(".misconception-about a")
    told = entry.select_one("h3")
    assert about
    assert told
    url, anchor = urldefrag(urljoin(f"/{page.url}", str(about["href"])))
    target = pages.get(url[1:])
    content = (target.content if target else "") or ""
    heads = list(HEADING.finditer(content))
    here = [head for head in heads if head["id"] == anchor]
    if not target or not here:
        raise PluginError(
            f"{page.file.src_uri}: the misconception `{entry[MARK]}` is about "
            f"{about['href']}, which is no heading: name a section's anchor."
        )
    ends = [
        head.start()
        for head in heads
        if head.start() > here[0].start() and head["level"] <= here[0]["level"]
    ]
    notes = content.find(NOTES)
    end = min([*ends, notes if notes >= 0 else len(content)])
    link = f"{get_relative_url(page.url, target.url)}#{entry[MARK]}"
    said = "".join(
        str(part) for part in told.contents if "headerlink" not in str(part)
    )
    target.content = (
        f'{content[:end]}<p class="misconception-told">Often told: '
        f'<a href="{link}">{said}</a></p>\n{content[end:]}'
    )
