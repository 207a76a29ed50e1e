"""Gathers what other pages have: for a module's sheet, for the checklist.

A sheet prints what the pages of its module end with. The checklist shows the
tasks of all modules, each with what proves it.
"""

from dataclasses import dataclass, field
from itertools import takewhile
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from blocks.attributes import ATTRIBUTES
from blocks.question import Question

SHEET, CHECKLIST = "sheet.html", "checklist.html"
# Where links lead until it is known on which page they stand.
ORIGIN = "https://site.invalid/"


@dataclass(frozen=True, slots=True)
class Link:
    """Where it leads, and its text as HTML."""

    url: str
    text: str


@dataclass(slots=True)
class Task:
    """What a reader ticks, as HTML, with what proves it."""

    hash: str
    text: str
    questions: list[Link] = field(default_factory=list)
    exercises: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """What one page gives; HTML, empty if it has none.

    `asked` are its questions by the section that answers them.
    """

    title: str
    url: str
    recap: str
    answer: str
    questions: list[Question]
    tasks: list[Task]
    asked: list[tuple[str, Link]]
    exercises: list[Link]

    @property
    def anchor(self) -> str:
        """An id for it on a page that shows several."""
        return self.url.strip("/").replace("/", "-")


@dataclass(frozen=True, slots=True)
class Module:
    """The first page of a module, with its tasks; and all its pages."""

    index: Part
    parts: list[Part]


_parts: dict[str, Part] = {}


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Read each page once, now that all are there."""
    _parts.clear()
    for file in files.documentation_pages():
        if file.page and file.page.parent:
            _parts[file.page.url] = _read(file.page)


def on_page_context(
    context: TemplateContext,
    *,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,
) -> TemplateContext:
    """Give a sheet its module, and the checklist all modules."""
    template = page.meta.get("template")
    gathered: list[Part] | list[Module] = []
    if template == SHEET:
        if not page.parent:
            raise PluginError(
                f"{page.file.src_uri} is a sheet of no module: put it into a "
                "section of `nav` in mkdocs.yml."
            )
        gathered = [
            part
            for part in _below(page.parent, page)
            if part.recap or part.questions
        ]
    elif template == CHECKLIST:
        sections = [
            _below(item, page)
            for item in nav.items
            if isinstance(item, Section)
        ]
        gathered = [
            Module(parts[0], parts)
            for parts in sections
            if parts and parts[0].tasks
        ]
        for module in gathered:
            for task in module.index.tasks:
                _prove(task)
    context["gathered"] = gathered  # type: ignore[typeddict-unknown-key]
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Make the links of what was gathered relative to this page."""
    return output.replace(ORIGIN, get_relative_url("", page.url) + "/")


def _below(section: Section, but: Page) -> list[Part]:
    return [
        _parts[item.url]
        for item in section.children
        if isinstance(item, Page) and item is not but
    ]


def _read(page: Page) -> Part:
    soup = BeautifulSoup(page.content or "", "html.parser")
    for reference in soup.select("sup[id^=fnref], .headerlink"):
        reference.decompose()
    for link in soup.select("a[href]"):
        link["href"] = urljoin(ORIGIN + page.url, str(link["href"]))
    quizzes = soup.select(f"[{ATTRIBUTES['quiz']}]")
    asked = []
    for quiz in quizzes:
        section = quiz.select_one(".quiz-section a")
        assert section
        assert quiz.summary
        url = f"{ORIGIN}{page.url}#{quiz['id']}"
        question = Link(url, quiz.summary.decode_contents())
        asked.append((str(section["href"]), question))
    exercises = []
    for exercise in soup.select(f"[{ATTRIBUTES['exercise']}]"):
        head = exercise.find_previous(["h2", "h3"])
        assert head
        url = f"{ORIGIN}{page.url}#{head['id']}"
        exercises.append(Link(url, head.decode_contents()))
    return Part(
        title=str(page.title),
        url=page.url,
        recap=_section(soup, "recap", "p", "ol", "ul"),
        answer=_section(soup, "say-it-in-60-seconds", "blockquote"),
        questions=[Question.read(quiz) for quiz in quizzes],
        tasks=[_task(item) for item in soup.select(f"[{ATTRIBUTES['task']}]")],
        asked=asked,
        exercises=exercises,
    )


def _section(soup: BeautifulSoup, anchor: str, *wanted: str) -> str:
    """Such elements of the section; empty if there is none."""
    heading = soup.select_one(f"h2#{anchor}")
    section = takewhile(
        lambda element: element.name != "h2",
        heading.find_next_siblings() if heading else [],
    )
    return "".join(str(part) for part in section if part.name in wanted)


def _task(item: Tag) -> Task:
    return Task(str(item[ATTRIBUTES["task"]]), item.decode_contents())


def _prove(task: Task) -> None:
    """Find the questions that its sections answer, and their pages' exercises.

    Where no question is about its sections, all of their pages may prove it.
    """
    links = BeautifulSoup(task.text, "html.parser").select("a[href]")
    targets = dict.fromkeys(str(link["href"]) for link in links)
    urls = [urldefrag(target)[0].removeprefix(ORIGIN) for target in targets]
    parts = [_parts[url] for url in dict.fromkeys(urls) if url in _parts]
    asked = [pair for part in parts for pair in part.asked]
    about = [link for section, link in asked if section in targets]
    task.questions = about or [link for _, link in asked]
    task.exercises = [link for part in parts for link in part.exercises]
