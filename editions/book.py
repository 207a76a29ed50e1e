"""The guide as a book: the built site's pages in the order of its navigation.

A book has no scripts and fetches no page. So what is interactive becomes text,
answers move to the end of their module, and links lead within the book.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import BeautifulSoup, Tag

from editions.answers import Answers
from editions.flat import flatten, lighten, refer

TITLE_PAGE = "title"
DESCRIPTION = (
    "The foundations of system design, in which what can be executed is "
    "executed."
)
# Tells the page that repeats its module's questions, to print: in the book
# the module's answers stand in its place.
SHEET = ".sheet-key"
# Where the site is until it is known whether the book has a link's page.
ORIGIN = "https://site.invalid/"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the navigation; `part` is its title at the top level."""

    url: str
    title: str
    depth: int
    part: str

    @property
    def slug(self) -> str:
        """Its name, unique in the book."""
        return self.url.strip("/").replace("/", "-") or TITLE_PAGE


@dataclass(slots=True)
class Chapter:
    """A page of the site, or answers; `depth` is that in the contents."""

    slug: str
    title: str
    depth: int
    body: Tag

    @property
    def html(self) -> str:
        """What it says."""
        return self.body.decode_contents()

    def anchors(self) -> Iterator[str]:
        """Where a link may lead."""
        yield self.slug
        for element in self.body.select("[id]"):
            yield str(element["id"])


@dataclass(slots=True)
class Book:
    """The chapters in order; `address` is that of the site."""

    title: str
    address: str
    version: str
    chapters: list[Chapter] = field(default_factory=list)

    def places(self) -> dict[str, str]:
        """The slug of the chapter that has each anchor.

        Raises ValueError if two have the same, or if a link leads to none.
        """
        places: dict[str, str] = {}
        for chapter in self.chapters:
            for anchor in chapter.anchors():
                if anchor in places:
                    raise ValueError(
                        f"{chapter.slug}: #{anchor} is there twice"
                    )
                places[anchor] = chapter.slug
        for chapter in self.chapters:
            for link in chapter.body.select("a[href^='#']"):
                if str(link["href"])[1:] not in places:
                    raise ValueError(f"{chapter.slug}: {link} leads nowhere")
        return places

    def contents(self) -> str:
        """A nested list of links to the chapters."""
        html, depth = "", -1
        for chapter in self.chapters:
            level = min(chapter.depth, depth + 1)
            html += "<ol>" if level > depth else "</li>"
            html += "</ol></li>" * (depth - level)
            title = escape(chapter.title)
            html += f'<li><a href="#{chapter.slug}">{title}</a>'
            depth = level
        return html + "</li></ol>" * (depth + 1)

    def cover(self) -> str:
        """A page that a shelf of books can show."""
        return (
            "<body style='margin:0;padding:260px 110px;color:#fff;"
            'background:#16243d;font-family:"Liberation Sans",sans-serif\'>'
            "<h1 style='margin:0;font-size:140px;line-height:1.1'>"
            f"{escape(self.title)}</h1><p style='margin:90px 0;padding:50px 0;"
            f"font-size:52px;border-top:8px solid #4fd1e3'>{DESCRIPTION}</p>"
        )

    def illustrate(self, draw: Callable[[list[str]], list[str]]) -> None:
        """Put drawings in the place of their Mermaid sources."""
        sources = [
            source
            for chapter in self.chapters
            for source in chapter.body.select("pre.mermaid")
        ]
        drawn = draw([source.get_text() for source in sources])
        for source, svg in zip(sources, drawn, strict=True):
            source.replace_with(
                BeautifulSoup(
                    f'<figure class="diagram">{svg}</figure>', "html.parser"
                )
            )


def read(site: Path, version: str, only: Collection[str] = ()) -> Book:
    """The book of the built site, or of the pages with these addresses."""
    home = _parse(site / "index.html")
    logo = home.select_one(".md-nav--primary .md-logo")
    canonical = home.select_one("link[rel=canonical]")
    assert logo
    assert canonical
    book = Book(str(logo["title"]), str(canonical["href"]), version)
    book.chapters.append(Chapter(TITLE_PAGE, book.title, 0, _title(book)))
    entries = [
        entry
        for entry in navigation(site)
        # The site's first page tells of the site.
        if entry.url and (not only or entry.url in only)
    ]
    articles = {entry.url: _article(site / entry.url) for entry in entries}
    sheets = {url for url in articles if articles[url].select_one(SHEET)}
    links = Links(book.address, set(articles), sheets)
    for part, group in groupby(entries, lambda entry: entry.part):
        answers = Answers(part)
        for entry in group:
            article = articles[entry.url]
            if entry.url in sheets:
                answers.slug = entry.slug
                continue
            refer(article, entry.slug, partial(links, entry.url))
            answers.take(article, entry.slug, entry.title)
            flatten(article)
            book.chapters.append(
                Chapter(entry.slug, entry.title, entry.depth, article)
            )
        if answers:
            body = answers.body()
            flatten(body)
            book.chapters.append(Chapter(answers.slug, answers.title, 1, body))
    return book


def navigation(site: Path) -> list[Entry]:
    """The site's pages in the order of its navigation."""
    home = _parse(site / "index.html")
    top = home.select_one(".md-nav--primary > .md-nav__list")
    assert top
    return [
        entry
        for item in top.find_all("li", recursive=False)
        for entry in _entries(item, 0, "")
    ]


def _entries(item: Tag, depth: int, part: str) -> Iterator[Entry]:
    """The page of this item, then those below it."""
    below = item.select(":scope > .md-nav > .md-nav__list > .md-nav__item")
    label = item.select_one(".md-ellipsis")
    assert label
    title = " ".join(label.text.split())
    part = part or title
    link = item.select_one(
        ":scope > a[href], :scope > .md-nav__container > a[href]"
    )
    if link:
        url = urljoin("/", str(link["href"])).removeprefix("/")
        yield Entry(url, title, depth, part)
    for lower in below:
        yield from _entries(lower, depth + bool(link), part)


@dataclass(frozen=True, slots=True)
class Links:
    """Knows the pages that the book has, and where the others are."""

    address: str
    pages: set[str]
    sheets: set[str]

    def __call__(self, page: str, href: str) -> str:
        """Where a link on the page leads in the book."""
        url, anchor = urldefrag(urljoin(ORIGIN + page, href))
        if not url.startswith(ORIGIN):
            return href
        url = url.removeprefix(ORIGIN)
        if not url:
            return f"#{TITLE_PAGE}"
        if url not in self.pages:
            return urljoin(self.address, url) + (f"#{anchor}" if anchor else "")
        slug = Entry(url, "", 0, "").slug
        if not anchor or url in self.sheets:
            return f"#{slug}"
        return f"#{slug}--{unquote(anchor).replace(':', '-')}"


def _title(book: Book) -> Tag:
    address = escape(book.address)
    return BeautifulSoup(
        f"<h1>{escape(book.title)}</h1><p>{DESCRIPTION}</p>"
        f"<p>This is the offline edition, {escape(book.version)}. The code is "
        "that of the site, tested, and below it stands what it printed. To "
        "change and run it, to turn the knobs of a lab, or to be asked again "
        f'what you missed, open <a href="{address}">{address}</a>.</p>'
        "<p>Answer before you look: what explains a question and solves an "
        "exercise is in the last chapter of each part.</p>"
        '<p>Text <a href="https://creativecommons.org/licenses'
        '/by/4.0/">CC BY 4.0</a>, code MIT.</p>',
        "html.parser",
    )


def _article(page: Path) -> Tag:
    article = _parse(page / "index.html").select_one("article")
    assert article, f"{page} has no article"
    return article


def _parse(file: Path) -> BeautifulSoup:
    html = lighten(file.read_text(encoding="utf-8"))
    return BeautifulSoup(html, "html.parser")
