"""The whole editions, complete and valid; `make editions` runs it."""

import json
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from editions.__main__ import NAME, TARGET
from editions.book import navigation
from tests import evidence
from tests.epubcheck import complaints
from tests.paths import ROOT, SITE, on_redis, sessions, snippets

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = TARGET / f"{NAME}.epub"
PDF = TARGET / f"{NAME}.pdf"
DECK = TARGET / f"{NAME}.apkg"


@pytest.fixture(scope="module")
def pages() -> dict[str, ElementTree.Element]:
    """The files of the EPUB, read as strict XML."""
    with zipfile.ZipFile(EPUB) as book:
        assert book.testzip() is None
        return {
            Path(name).name: ElementTree.fromstring(book.read(name))  # noqa: S314
            for name in book.namelist()
            if name.endswith(".xhtml")
        }


@pytest.fixture(scope="module")
def anchors(
    pages: dict[str, ElementTree.Element],
) -> dict[str, ElementTree.Element]:
    """Each element with an id, by where a link finds it."""
    return {
        f"{name}#{element.get('id')}": element
        for name, page in pages.items()
        for element in page.iter()
        if element.get("id")
    }


def test_the_evidence_counts_what_there_is_to_ask() -> None:
    lines = evidence.TABLE.read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line.startswith("| ")][2:]
    counted = [
        sum(int(row[column].strip() or 0) for row in rows) for column in (2, 3)
    ]
    asked = [len(sessions()), len(snippets(".sql")) + len(on_redis())]
    assert counted == asked, (
        f"{evidence.TABLE.relative_to(ROOT)} counts {counted} sessions and "
        f"snippets, there are {asked}: run `make evidence`, and release that"
    )


def quizzes() -> list[str]:
    """The address and the id of each question of the site."""
    index = json.loads((SITE / "assets" / "practice.json").read_text())
    found = [
        f"{url.strip('/').replace('/', '-')}--quiz-{key.removeprefix('quiz/')}"
        for url, page in index.items()
        for key in page["hashes"]
        if key.startswith("quiz/")
    ]
    assert len(found) > 200
    return found


def links(element: ElementTree.Element) -> Iterator[str]:
    for link in element.iter(f"{XHTML}a"):
        yield link.attrib["href"]


def test_epubcheck_finds_nothing() -> None:
    assert complaints(EPUB) == ""


def test_every_page_of_the_site_is_a_chapter(
    pages: dict[str, ElementTree.Element],
) -> None:
    slugs = [entry.slug for entry in navigation(SITE)]
    assert len(slugs) > 70
    listed = [urldefrag(href)[1] for href in links(pages["nav.xhtml"])]
    assert [slug for slug in listed if slug in slugs] == slugs
    for slug in slugs:
        assert len("".join(pages[f"{slug}.xhtml"].itertext())) > 200, slug


def test_every_question_and_its_answer_lead_to_each_other(
    anchors: dict[str, ElementTree.Element],
) -> None:
    places = {place.partition("#")[2]: place for place in anchors}
    for quiz in quizzes():
        question, answer = places[quiz], places[f"{quiz}-answer"]
        assert answer in links(anchors[question]), quiz
        assert question in links(anchors[answer]), quiz


def test_no_link_within_the_book_is_dead(
    pages: dict[str, ElementTree.Element],
    anchors: dict[str, ElementTree.Element],
) -> None:
    inside = 0
    for name, page in pages.items():
        for href in links(page):
            if not href.startswith(("http:", "https:")):
                assert href in anchors, f"{name}: {href}"
                inside += 1
    assert inside > 3000


def test_the_pdf_has_every_chapter_in_its_outline_and_no_dead_link(
    pages: dict[str, ElementTree.Element],
) -> None:
    pdf = PdfReader(PDF)
    known = pdf.named_destinations
    for name in pages.keys() - {"nav.xhtml"}:
        assert f"/{name.removesuffix('.xhtml')}" in known, name
    inside = 0
    for page in pdf.pages:
        for reference in page.get("/Annots", []):
            annotation = reference.get_object()
            if "/Dest" in annotation:
                assert annotation["/Dest"] in known
                inside += 1
    assert inside > 3000
    assert len(list(_flat(pdf.outline))) > 1000


def _flat(outline: Sequence[object]) -> Iterator[object]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item


def test_the_deck_opens_and_has_a_card_for_every_question_and_term(
    tmp_path: Path,
) -> None:
    with zipfile.ZipFile(DECK) as package:
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as deck:
        [cards] = deck.execute("SELECT count(*) FROM cards").fetchone()
    glossary = (SITE / "review" / "glossary" / "index.html").read_text("utf-8")
    assert cards == len(quizzes()) + glossary.count("<dt")
