"""Collects what readers can practise: an index for the site, a deck for Anki.

Both come from the pages' own blocks and the glossary: there is no other list.
"""

import json
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

import genanki
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

from blocks.attributes import ATTRIBUTES
from blocks.question import Question
from blocks.term import GLOSSARY, Term

INDEX = "assets/practice.json"
DECK = "assets/high-level-design.apkg"
# By these Anki knows the deck and its cards again: they never change.
DECK_ID = 1_735_004_871
MODEL_ID = 1_735_004_872
TERM_ID = 1_735_004_873


def _model(number: int, name: str, front: str, back: str) -> genanki.Model:
    """A kind of note with one card, by the names of its two sides."""
    return genanki.Model(
        number,
        name,
        fields=[{"name": name} for name in (front, back, "Link")],
        templates=[
            {
                "name": front,
                "qfmt": f"{{{{{front}}}}}",
                "afmt": f"{{{{FrontSide}}}}<hr id=answer>{{{{{back}}}}}"
                "<p>{{Link}}</p>",
            }
        ],
        css=".card { max-width: 40em; margin: auto; text-align: left; }"
        "pre { overflow-x: auto; } li { margin: 0.4em 0; }",
    )


MODEL = _model(MODEL_ID, "Question with options", "Question", "Answer")
TERM = _model(TERM_ID, "Term", "Term", "Definition")


@dataclass(slots=True)
class Practice:
    """What a page asks, by key: `quiz/…`, `exercise/…` or `task/…`."""

    file: str
    title: str
    module: str
    hashes: dict[str, str] = field(default_factory=dict)
    questions: dict[str, Tag] = field(default_factory=dict)


_pages: dict[str, Practice] = {}


def on_config(config: MkDocsConfig) -> Config:
    """Begin anew: the server builds the site more than once."""
    _pages.clear()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Announce the deck, so that a page can link to it."""
    files.append(File.generated(config, DECK, content=b""))
    return files


def on_nav(
    nav: Navigation, *, config: MkDocsConfig, files: Files
) -> Navigation:
    """Keep the pages in the order of reading: MkDocs renders them by name."""
    _pages.update({page.url: Practice("", "", "") for page in nav.pages})
    return nav


def on_page_content(
    html: str, *, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Remember what the page asks; its text stays as it is."""
    soup = BeautifulSoup(html, "html.parser")
    module = page.parent.title if page.parent else str(page.title)
    practice = Practice(page.file.src_uri, str(page.title), module)
    for kind in ("quiz", "exercise", "task"):
        attribute = ATTRIBUTES[kind]
        for element in soup.select(f"[{attribute}]"):
            name = str(element[attribute])
            digest = str(element.get(ATTRIBUTES["hash"], name))
            if kind == "task":  # the same may be asked on another page
                name = f"{page.url}#{name}"
            key = f"{kind}/{name}"
            _refuse_double(key, page)
            practice.hashes[key] = digest
            if kind == "quiz":
                practice.questions[name] = element
    if practice.hashes:
        _pages[page.url] = practice
    return html


def _refuse_double(key: str, page: Page) -> None:
    for other in _pages.values():
        if key in other.hashes:
            raise PluginError(
                f"{page.file.src_uri}: {key} is in {other.file} as well: "
                "rename the newer one, as readers' progress is kept by it."
            )


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Write the index and the deck, now that all pages are known."""
    index = {
        url: {
            "title": practice.title,
            "module": practice.module,
            "hashes": practice.hashes,
        }
        for url, practice in _pages.items()
        if practice.hashes
    }
    content = json.dumps(index, ensure_ascii=False)
    files.append(File.generated(config, INDEX, content=content))
    deck = files.get_file_from_path(DECK)
    assert deck
    glossary = files.get_file_from_path(GLOSSARY)
    deck.content_bytes = _deck(config, glossary.page if glossary else None)


def _deck(config: MkDocsConfig, glossary: Page | None) -> bytes:
    """The questions and terms as an Anki package."""
    deck = genanki.Deck(DECK_ID, config.site_name)
    for url, practice in _pages.items():
        for name, question in practice.questions.items():
            deck.add_note(
                _note(name, question, urljoin(str(config.site_url), url))
            )
    if glossary:
        address = urljoin(str(config.site_url), glossary.url)
        soup = BeautifulSoup(glossary.content or "", "html.parser")
        for term in Term.all(_absolute(soup, address)):
            deck.add_note(
                genanki.Note(
                    model=TERM,
                    fields=[term.head, escape(term.definition), term.section],
                    guid=genanki.guid_for("term", term.name),
                )
            )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        # Anki updates a card from a later file only.
        timestamp = get_build_timestamp()
        genanki.Package(deck).write_to_file(path, timestamp=timestamp)
        return path.read_bytes()


def _note(name: str, quiz: Tag, address: str) -> genanki.Note:
    """A card; by its id Anki keeps the history of one that was edited."""
    question = Question.read(_absolute(quiz, address))
    front = "".join(f"<li>{option.text}</li>" for option in question.options)
    back = "".join(f"<li>{option.why}</li>" for option in question.options)
    return genanki.Note(
        model=MODEL,
        fields=[
            f"{question.text}{question.body}<ol type=A>{front}</ol>",
            f"<ol type=A>{back}</ol>",
            question.section,
        ],
        guid=genanki.guid_for("quiz", name),
    )


def _absolute(element: Tag, address: str) -> Tag:
    """The element, with links that lead to the same place from anywhere."""
    for attribute in ("href", "src"):
        for link in element.select(f"[{attribute}]"):
            link[attribute] = urljoin(address, str(link[attribute]))
    return element
