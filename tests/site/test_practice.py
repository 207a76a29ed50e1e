"""What the site makes of its questions: the index, the deck, the sheets."""

import json
import re
import sqlite3
import zipfile
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from blocks.term import Term
from hooks.practice import MODEL_ID, TERM_ID
from tests.paths import SITE
from tests.site.small_site import refusal


def quizzes(parsed: dict[str, BeautifulSoup]) -> dict[str, str]:
    """Each question's hash, by its id."""
    found = {
        str(quiz["data-quiz"]): str(quiz["data-hash"])
        for page in parsed.values()
        for quiz in page.select("[data-quiz]")
    }
    assert found, "no page has a question"
    return found


def test_the_index_holds_every_question_and_task(
    parsed: dict[str, BeautifulSoup],
) -> None:
    index = json.loads((SITE / "assets" / "practice.json").read_text())
    listed = {
        (url, key): digest
        for url, page in index.items()
        for key, digest in page["hashes"].items()
    }
    shown = {}
    for name, page in parsed.items():
        url = name.removesuffix("index.html")
        for kind in ("quiz", "exercise", "task"):
            for element in page.select(f"[data-{kind}]"):
                if element.find_parent(attrs={"data-tasks-of": True}):
                    continue  # it belongs to another page
                value = str(element[f"data-{kind}"])
                digest = str(element.get("data-hash", value))
                of_page = f"{url}#" if kind == "task" else ""
                shown[url, f"{kind}/{of_page}{value}"] = digest
    assert any(key.startswith("task/") for _, key in shown)
    assert listed == shown


def test_progress_lists_the_pages_in_the_order_of_reading(
    parsed: dict[str, BeautifulSoup],
) -> None:
    index = json.loads((SITE / "assets" / "practice.json").read_text())
    following = {}
    for name, page in parsed.items():
        if link := page.select_one("link[rel=next]"):
            url = name.removesuffix("index.html")
            following[url] = urljoin(f"/{url}", str(link["href"]))[1:]
    url, read = "", []
    while url in following:
        url = following[url]
        read.append(url)
    assert [url for url in read if url in index] == list(index)


@pytest.fixture
def deck(tmp_path: Path) -> sqlite3.Connection:
    """The collection inside the package, as Anki opens it."""
    with zipfile.ZipFile(SITE / "assets" / "high-level-design.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    return sqlite3.connect(tmp_path / "collection.anki2")


def test_the_deck_has_a_card_for_every_question(
    deck: sqlite3.Connection, parsed: dict[str, BeautifulSoup]
) -> None:
    with closing(deck):
        notes = deck.execute(
            "SELECT guid, flds FROM notes WHERE mid = ?", (MODEL_ID,)
        ).fetchall()
        oldest = deck.execute("SELECT min(id), min(mod) FROM notes").fetchone()
        cards = deck.execute("SELECT count(*) FROM cards").fetchone()[0]
        guids = deck.execute("SELECT guid FROM notes").fetchall()
    assert len(set(guids)) == len(guids) == cards
    assert len(notes) == len(quizzes(parsed))
    # Of the build: Anki takes no card without an id, and no older text.
    milliseconds, seconds = oldest
    built = (SITE / "index.html").stat().st_mtime
    assert abs(seconds - built) < 3600
    assert abs(milliseconds / 1000 - built) < 3600
    for _, fields in notes:
        question, answer, link = fields.split("\x1f")
        options = BeautifulSoup(question, "html.parser").select("ol > li")
        assert len(options) >= 2
        assert len(re.findall(r"\b(?:Right|Wrong)\.", answer)) == len(options)
        assert re.search(r'href="http[^"]+/#[\w-]+"', link)
        assert "style=" not in fields
        assert "<details" not in question
        assert not re.search(r'(?:href|src)="(?!https?:)', fields)


def test_the_deck_has_a_card_for_every_term(
    deck: sqlite3.Connection, parsed: dict[str, BeautifulSoup]
) -> None:
    with closing(deck):
        notes = deck.execute(
            "SELECT guid, flds FROM notes WHERE mid = ?", (TERM_ID,)
        ).fetchall()
    terms = Term.all(parsed["review/glossary/index.html"])
    assert len(notes) == len(terms) > 200
    for (_, fields), term in zip(notes, terms, strict=True):
        name, definition, link = fields.split("\x1f")
        assert (name, unescape(definition)) == (term.head, term.definition)
        assert re.match(r'<a href="http[^"]+/#[\w-]+">', link)
    # As Anki stored it on the first import.
    guid = next(guid for guid, text in notes if text.startswith("LRU, "))
    assert guid == "i8a+Omuo51"


def test_a_card_keeps_its_identity_whatever_its_text(
    deck: sqlite3.Connection,
) -> None:
    with closing(deck):
        guids = dict(deck.execute("SELECT flds, guid FROM notes"))
        models = json.loads(
            deck.execute("SELECT models FROM col").fetchone()[0]
        )
    guid = next(
        guid for text, guid in guids.items() if "nightly export" in text
    )
    # As Anki stored it on the first import: another would be another card.
    assert guid == "s3L:QQM#y*"
    assert "1735004872" in models


def test_the_sheet_holds_recap_answer_questions_and_key(
    parsed: dict[str, BeautifulSoup],
) -> None:
    page = parsed["caching/eviction/index.html"]
    sheet = parsed["caching/sheet/index.html"].article
    assert sheet
    text = re.sub(r"\s+", " ", sheet.text)
    recap = page.select_one("h2#recap + ol")
    answer = page.select_one("h2#say-it-in-60-seconds ~ blockquote")
    assert recap
    assert answer
    parts = [*recap.select("li"), answer, *page.select(".quiz-option > *")]
    assert len(parts) > 40
    for part in parts:
        assert re.sub(r"\s+", " ", part.text).strip() in text
    assert not sheet.select("[data-quiz], [data-run], [data-quiz-option]")
    assert sheet.select("pre")
    assert not sheet.select("details, [data-run-output]")


def test_the_checklist_holds_each_modules_tasks_with_what_proves_them(
    parsed: dict[str, BeautifulSoup],
) -> None:
    checklist = parsed["review/checklist/index.html"]
    modules = checklist.select("[data-tasks-of]")
    assert len(modules) == 5
    for module in modules:
        index = parsed[f"{module['data-tasks-of']}index.html"]
        listed = {
            str(item["data-task"]): item
            for item in module.select("[data-task]")
        }
        of_page = index.select("[data-task]")
        assert of_page
        assert list(listed) == [str(item["data-task"]) for item in of_page]
        for task in of_page:
            proofs = listed[str(task["data-task"])].select(":scope > ul a")
            assert proofs, f"nothing proves: {task.text}"
            assert task.text.strip() in listed[str(task["data-task"])].text
            for link in proofs:
                url, anchor = urldefrag(
                    urljoin("/review/checklist/", str(link["href"]))
                )
                target = parsed[f"{url[1:]}index.html"].find(id=anchor)
                assert target, link


def test_a_task_is_proved_by_the_questions_about_its_section(
    parsed: dict[str, BeautifulSoup],
) -> None:
    page = "/review/checklist/"
    tasks = parsed[f"{page[1:]}index.html"].select("[data-task]")
    task = next(item for item in tasks if "backoff with jitter" in item.text)
    [question] = task.select("a[href*='#quiz-']")
    url, anchor = urldefrag(urljoin(page, str(question["href"])))
    section = parsed[f"{url[1:]}index.html"].select_one(
        f"#{anchor} .quiz-section a"
    )
    assert section
    assert section["href"] == "#backoff-with-jitter"


def test_the_checklist_holds_the_60_second_answers(
    parsed: dict[str, BeautifulSoup],
) -> None:
    shown = parsed["review/checklist/index.html"].select("details blockquote")
    said = [
        answer.text
        for page, content in parsed.items()
        if page.count("/") == 2
        for answer in content.select("h2#say-it-in-60-seconds ~ blockquote")
    ]
    assert len(said) > 30
    assert {quote.text for quote in shown} >= set(said)


def test_an_id_on_two_pages_stops_the_build(tmp_path: Path) -> None:
    quiz = (
        "# Title\n\n/// quiz | Why?\n    id: why\n    section: title\n\n"
        "- [ ] A\n    > B\n- [x] C\n    > D\n\n///\n"
    )
    said = refusal(tmp_path, "practice", {"index.md": quiz, "other.md": quiz})
    assert "other.md: quiz/why is in index.md as well: rename the newer" in said
