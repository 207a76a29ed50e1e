"""What only a browser can do: draw, serialise as XHTML, print."""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

ORIGIN = "http://site.invalid/"
PATIENCE = 600_000  # ms; a book is a long page

# Text as text: many readers of EPUB don't show HTML within a drawing.
DIAGRAMS = {
    "startOnLoad": False,
    "theme": "base",
    "htmlLabels": False,
    "flowchart": {"htmlLabels": False},
    "fontFamily": "Arial, Helvetica, sans-serif",
    "themeVariables": {
        "primaryColor": "#eef2f7",
        "primaryTextColor": "#16243d",
        "primaryBorderColor": "#0b7285",
        "lineColor": "#5a6068",
        "tertiaryColor": "#ffffff",
    },
}
DRAW = """async ([settings, sources]) => {
  mermaid.initialize(settings);
  const drawn = [];
  for (const [index, source] of sources.entries()) {
    const { svg } = await mermaid.render(`diagram-${index}`, source);
    drawn.push(svg);
  }
  return drawn;
}"""
SERIALISE = """(html) => new XMLSerializer().serializeToString(
  new DOMParser().parseFromString(html, "text/html"))"""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A page of the built site, with what its scripts offer."""

    page: Page

    def draw(self, sources: list[str]) -> list[str]:
        """The Mermaid diagrams as SVG, drawn by the site's own Mermaid."""
        drawn: list[str] = self.page.evaluate(DRAW, [DIAGRAMS, sources])
        return drawn

    def xhtml(self, html: str) -> str:
        """The document as well-formed XML."""
        written: str = self.page.evaluate(SERIALISE, html)
        return written

    def picture(self, html: str, width: int, height: int) -> bytes:
        """The page as a PNG."""
        page = self.page.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.set_content(html)
        taken = page.screenshot()
        page.close()
        return taken

    def pdf(self, html: str) -> bytes:
        """The page on paper, with an outline of its headings."""
        page = self.page.context.new_page()
        page.set_default_timeout(PATIENCE)
        page.set_content(html)
        printed = page.pdf(
            outline=True,
            tagged=True,
            prefer_css_page_size=True,
            print_background=True,
        )
        page.close()
        return printed


@contextmanager
def opened(browser: Browser, site: Path) -> Iterator[Chromium]:
    """The browser with the built site open; it reaches nothing else."""

    def fulfil(route: Route) -> None:
        address = urlsplit(route.request.url).path.removeprefix("/")
        file = site / (address or "index.html")
        if route.request.url.startswith(ORIGIN) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0]
            route.fulfill(path=file, content_type=kind)
        else:
            route.abort()

    with browser.new_context(service_workers="block") as context:
        context.route("**/*", fulfil)
        page = context.new_page()
        page.goto(ORIGIN)
        page.wait_for_function("window.mermaid")
        yield Chromium(page)
