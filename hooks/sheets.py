"""Gathers what a module's pages end with, for its sheet to print."""

from itertools import takewhile
from typing import TypedDict
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from blocks.attributes import ATTRIBUTES
from blocks.question import Question

TEMPLATE = "sheet.html"
# Any: links are resolved against it and made relative again.
ORIGIN = "https://site.invalid/"


class Part(TypedDict):
    """What one page gives to its module's sheet; HTML, empty if it has none."""

    title: str
    url: str
    anchor: str
    recap: str
    answer: str
    questions: list[Question]


def on_page_context(
    context: TemplateContext,
    *,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,
) -> TemplateContext:
    """Give a sheet the parts of the pages beside it."""
    if page.meta.get("template") == TEMPLATE:
        if not page.parent:
            raise PluginError(
                f"{page.file.src_uri} is a sheet of no module: put it into a "
                "section of `nav` in mkdocs.yml."
            )
        beside = [
            item
            for item in page.parent.children
            if isinstance(item, Page) and item is not page
        ]
        parts = [_part(other, page) for other in beside]
        context["sheet"] = [  # type: ignore[typeddict-unknown-key]
            part for part in parts if part["recap"] or part["questions"]
        ]
    return context


def _part(page: Page, sheet: Page) -> Part:
    soup = BeautifulSoup(page.content or "", "html.parser")
    for reference in soup.select("sup[id^=fnref]"):
        reference.decompose()
    for link in soup.select("a[href]"):
        target = urljoin(ORIGIN + page.url, str(link["href"]))
        if target.startswith(ORIGIN):
            target = get_relative_url(target.removeprefix(ORIGIN), sheet.url)
        link["href"] = target
    quizzes = soup.select(f"[{ATTRIBUTES['quiz']}]")
    return Part(
        title=str(page.title),
        url=page.url,
        anchor=page.url.strip("/").replace("/", "-"),
        recap=_section(soup, "recap", "p", "ol", "ul"),
        answer=_section(soup, "say-it-in-60-seconds", "blockquote"),
        questions=[Question.read(quiz) for quiz in quizzes],
    )


def _section(soup: BeautifulSoup, anchor: str, *wanted: str) -> str:
    """Such elements of the section; empty if there is none."""
    heading = soup.select_one(f"h2#{anchor}")
    section = takewhile(
        lambda element: element.name != "h2",
        heading.find_next_siblings() if heading else [],
    )
    return "".join(str(part) for part in section if part.name in wanted)
