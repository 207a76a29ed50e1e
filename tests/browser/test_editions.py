"""A book of few pages: what EPUB and PDF make of a page."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from pypdf import PdfReader

from editions.__main__ import NAME, write
from editions.book import Book, read
from editions.chromium import opened
from tests.epubcheck import complaints
from tests.paths import SITE

PAGES = {"caching/", "caching/eviction/", "caching/sheet/"}
type Load = Callable[[str], BeautifulSoup]


@pytest.fixture(scope="module")
def folder(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a small book was written."""
    target = tmp_path_factory.mktemp("editions")
    with opened(browser, SITE) as chromium:
        write(read(SITE, "version 1", PAGES), chromium, target)
    return target


@pytest.fixture(scope="module")
def chapter(folder: Path) -> Load:
    """A chapter of the EPUB, by its name."""
    with zipfile.ZipFile(folder / f"{NAME}.epub") as book:
        texts = {name: book.read(name) for name in book.namelist()}

    def load(name: str) -> BeautifulSoup:
        return BeautifulSoup(texts[f"book/{name}.xhtml"], "html.parser")

    return load


def test_epubcheck_finds_nothing(folder: Path) -> None:
    assert complaints(folder / f"{NAME}.epub") == ""


def test_a_question_keeps_its_options_and_links_to_its_answer(
    chapter: Load,
) -> None:
    question = chapter("caching-eviction").select_one(
        "#caching-eviction--quiz-nightly-export"
    )
    assert question
    assert len(question.select("ol > li")) == 4
    assert "Rows that are read once" not in question.text
    assert "Right" not in question.text
    link = question.select_one(".there a")
    assert link
    assert link["href"] == (
        "caching-sheet.xhtml#caching-eviction--quiz-nightly-export-answer"
    )


def test_an_answer_explains_every_option_and_links_back(chapter: Load) -> None:
    answer = chapter("caching-sheet").select_one(
        "#caching-eviction--quiz-nightly-export-answer"
    )
    assert answer
    verdicts = [verdict.text for verdict in answer.select(".quiz-verdict")]
    assert verdicts == ["Wrong.", "Right.", "Wrong.", "Wrong."]
    assert "Rows that are read once gain nothing" in answer.text
    addresses = [str(link["href"]) for link in answer.select("a")]
    page = "caching-eviction.xhtml#caching-eviction"
    assert addresses[0] == f"{page}--quiz-nightly-export"
    assert addresses[-1].startswith(f"{page}--pitfall-lrus-weakness")


def test_an_exercise_shows_its_task_and_has_its_solution_with_the_answers(
    chapter: Load,
) -> None:
    page, answers = chapter("caching-eviction"), chapter("caching-sheet")
    exercise = page.select_one(".exercise")
    assert exercise
    assert "it never frees a bucket" in exercise.text
    assert "A solution" not in exercise.text
    solution = answers.select_one(f"#{exercise['id']}-answer")
    assert solution
    said = [summary.text for summary in solution.select(".summary")]
    assert said[0] == "Hint 1"
    assert said[-2:] == ["The tests", "A solution"]


def test_a_diagram_is_drawn_with_its_words(chapter: Load) -> None:
    page = chapter("caching-eviction")
    drawing = page.select_one("figure.diagram svg")
    assert drawing
    assert "New key" in drawing.text
    assert not drawing.select("foreignobject")
    assert not page.select(".mermaid")


def test_code_has_its_output_and_nothing_to_press(chapter: Load) -> None:
    page = chapter("caching-eviction")
    assert "LRU of 1,000 entries: 81.5 % hits" in page.text
    assert not page.select("button, details, form, input, script, [hidden]")


def test_a_link_to_a_page_that_the_book_lacks_leads_to_the_site(
    chapter: Load,
) -> None:
    links = [str(link["href"]) for link in chapter("caching").select("a")]
    home = BeautifulSoup(
        (SITE / "index.html").read_text(), "html.parser"
    ).select_one("link[rel=canonical]")
    assert home
    assert f"{home['href']}review/progress/" in links
    assert "caching-eviction.xhtml#caching-eviction" in links


def test_the_pdf_has_outline_page_numbers_and_links(folder: Path) -> None:
    pdf = PdfReader(folder / f"{NAME}.pdf")
    titles = [item.title for item in pdf.outline if not isinstance(item, list)]
    assert titles == ["High-Level Design Master Guide", "Contents", "Caching"]
    contents = pdf.pages[1].extract_text()
    place = pdf.named_destinations["/caching-sheet"]
    number = pdf.get_destination_page_number(place)
    assert number is not None
    assert str(number + 1) in contents.split()
    printed = pdf.pages[number].extract_text()
    assert "Caching: answers" in printed
    assert str(number + 1) in printed.split()


def test_a_link_that_leads_nowhere_stops_the_book() -> None:
    book = read(SITE, "version 1", {"caching/"})
    book.chapters[-1].body.append(
        BeautifulSoup('<a href="#caching--nowhere">There</a>', "html.parser")
    )
    with pytest.raises(ValueError, match=r"#caching--nowhere.* leads nowhere"):
        book.places()


def test_an_anchor_in_two_places_stops_the_book() -> None:
    book: Book = read(SITE, "version 1", {"caching/"})
    book.chapters += book.chapters[-1:]
    with pytest.raises(ValueError, match="#caching is there twice"):
        book.places()
