"""Questions, progress and review, as a reader meets them."""

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.run_block import RunBlock
from tests.browser.test_accessibility import open_page, violations
from tests.paths import tasks

__all__ = ["open_page"]

# A clock that a test sets is that of the whole browser.
own_clock = pytest.mark.first_visit

PAGE = "/caching/eviction/"
REVIEW = "/review/"
PROGRESS = "/review/progress/"
QUESTIONS = tasks(PAGE, "quiz/")
ON_PAGE, IN_MODULE = tasks(PAGE), tasks("/caching/")
PREDICTED = "caching/eviction_hit_ratio.py"


class Quiz:
    """The question with this id on the open page."""

    def __init__(self, page: Page, name: str = "nightly-export") -> None:
        self.form = page.locator(f"form#quiz-{name}")
        self.group = self.form.get_by_role("group").first
        self.status = self.form.get_by_role("status").last
        self.check = self.form.get_by_role("button", name="Check", exact=True)
        self.retry = self.form.get_by_role("button", name="Try again")
        self.others = self.form.get_by_role(
            "button", name="Show all explanations"
        )
        self.explanations = self.form.locator(".quiz-why:visible")

    def option(self, text: str) -> Locator:
        return self.form.get_by_label(text)

    def answer(self, text: str) -> None:
        self.option(text).check()
        self.check.click()

    def answer_right(self) -> None:
        self.answer("Let the export read past the cache.")

    def answer_wrong(self) -> None:
        self.answer("Double the cache.")


def score(page: Page) -> Locator:
    return page.locator(".quiz-score")


def test_a_wrong_answer_is_explained_and_can_be_tried_again(
    page: Page,
) -> None:
    page.goto(PAGE)
    quiz = Quiz(page)
    expect(quiz.group).to_have_accessible_name(
        "A nightly export reads each of 50 million rows once through the "
        "cache. Next morning the database is overloaded. The cache is LRU. "
        "What helps, and at what cost?"
    )
    expect(quiz.explanations).to_have_count(0)
    quiz.answer_wrong()
    expect(quiz.status).to_have_text("Not right: read why below your choice.")
    expect(quiz.explanations).to_have_count(1)
    expect(quiz.explanations).to_contain_text("Wrong.")
    expect(quiz.explanations).to_contain_text("A scan of 50 million keys")
    expect(quiz.explanations).to_be_focused()
    expect(score(page)).to_be_hidden()
    quiz.retry.click()
    expect(quiz.explanations).to_have_count(0)
    expect(quiz.option("Double the cache.")).not_to_be_checked()
    quiz.answer_right()
    expect(quiz.status).to_have_text("Right.")
    expect(quiz.explanations).to_have_count(1)
    expect(score(page)).to_have_text(
        f"1 of {QUESTIONS} questions answered right."
    )
    quiz.others.click()
    expect(quiz.explanations).to_have_count(4)


def test_nothing_chosen_is_no_answer(page: Page) -> None:
    page.goto(PAGE)
    quiz = Quiz(page)
    quiz.check.click()
    expect(quiz.status).to_have_text("Choose an answer first.")
    page.goto(PROGRESS)
    eviction = page.get_by_text(f"Eviction policies 0 of {ON_PAGE}")
    expect(eviction).to_be_visible()


def test_several_right_options_must_all_be_chosen(page: Page) -> None:
    page.route(
        f"**{PAGE}",
        lambda route: route.fulfill(
            body=route.fetch()
            .text()
            .replace('data-quiz-option="wrong"', 'data-quiz-option="right"', 1)
        ),
    )
    page.goto(PAGE)
    quiz = Quiz(page)
    expect(quiz.form.get_by_role("checkbox")).to_have_count(4)
    quiz.answer_right()
    expect(quiz.status).to_have_text("Right so far, but not all.")
    quiz.retry.click()
    quiz.option("Double the cache.").check()
    quiz.answer_right()
    expect(quiz.status).to_have_text("Right.")


def test_a_question_is_answered_by_keyboard(page: Page) -> None:
    page.goto(PAGE)
    quiz = Quiz(page)
    quiz.option("Double the cache.").focus()
    page.keyboard.press("ArrowDown")
    expect(quiz.option("Let the export read past the cache.")).to_be_checked()
    page.keyboard.press("Enter")
    expect(quiz.status).to_have_text("Right.")
    expect(quiz.explanations).to_be_focused()
    page.keyboard.press("Tab")
    expect(quiz.others).to_be_focused()
    page.keyboard.press("Enter")
    expect(quiz.retry).to_be_focused()
    page.keyboard.press("Enter")
    expect(quiz.option("Double the cache.")).to_be_focused()


def test_progress_stays_across_pages_and_reloads(page: Page) -> None:
    page.goto(PAGE)
    Quiz(page).answer_right()
    Quiz(page, "news-lfu").answer("The counters overflow.")
    badges = page.locator(".nav-progress")
    expect(badges).to_have_text([f"1/{IN_MODULE}", f"1/{ON_PAGE}"])
    page.reload()
    expect(badges).to_have_text([f"1/{IN_MODULE}", f"1/{ON_PAGE}"])
    expect(Quiz(page).status).to_contain_text("Answered right on ")
    expect(Quiz(page, "news-lfu").status).to_contain_text("Missed on ")
    expect(score(page)).to_have_text(
        f"1 of {QUESTIONS} questions answered right."
    )
    page.goto(PROGRESS)
    expect(
        page.get_by_role("heading", name=f"Caching: 1 of {IN_MODULE}")
    ).to_be_visible()


def test_who_has_answered_nothing_pays_no_request(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE, wait_until="networkidle")
    assert not [url for url in asked if "practice" in url]
    expect(page.locator(".nav-progress")).to_have_count(0)


def test_a_changed_question_counts_as_not_answered(page: Page) -> None:
    page.goto(PAGE)
    Quiz(page).answer_right()
    page.evaluate(
        """() => {
          const kept = JSON.parse(localStorage.getItem("/progress"));
          kept["quiz/nightly-export"][0][2] = "00000000";
          localStorage.setItem("/progress", JSON.stringify(kept));
        }"""
    )
    page.reload()
    expect(Quiz(page).status).to_have_text(
        "This question has changed since you answered it."
    )
    expect(score(page)).to_be_hidden()
    page.goto(REVIEW)
    expect(
        page.get_by_text("Due today: 1 of 1 that you have answered.")
    ).to_be_visible()


def test_ticks_stay(page: Page) -> None:
    page.goto("/caching/")
    task = page.get_by_role("checkbox", name="Name a load on which each policy")
    task.check()
    page.reload()
    expect(task).to_be_checked()
    expect(page.locator(".nav-progress").first).to_have_text(f"1/{IN_MODULE}")
    task.uncheck()
    page.reload()
    expect(task).not_to_be_checked()


def test_a_tick_on_the_checklist_is_one_on_the_modules_page(
    page: Page,
) -> None:
    page.goto("/review/checklist/")
    name = "Name a load on which each policy"
    page.get_by_role("checkbox", name=name).check()
    page.goto("/caching/")
    expect(page.get_by_role("checkbox", name=name)).to_be_checked()


def test_each_module_of_the_checklist_is_one_link_away(page: Page) -> None:
    page.goto("/review/checklist/")
    jumps = page.get_by_role("navigation", name="Modules")
    for name, heading in (
        ("Consistency", "Consistency"),
        ("Caching: 60 seconds", "Caching: say it in 60 seconds"),
    ):
        jumps.get_by_role("link", name=name, exact=True).press("Enter")
        expect(
            page.get_by_role("heading", name=heading, exact=True)
        ).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(jumps).to_be_hidden()


def test_what_proves_a_task_can_be_touched_and_is_no_number_on_paper(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/review/checklist/")
    questions = page.locator(".checklist li li", has_text="Question").first
    for link in questions.get_by_role("link").all():
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    expect(questions).to_be_visible()
    page.emulate_media(media="print")
    expect(questions).to_be_hidden()
    expect(page.get_by_role("link", name="Repair").first).to_be_visible()


def test_the_progress_page_begins_with_what_one_can_do(page: Page) -> None:
    page.goto(PROGRESS)
    export = page.get_by_role("button", name="Export")
    page.locator("article h1").evaluate(
        "(title) => { title.tabIndex = -1; title.focus(); }"
    )
    page.keyboard.press("Tab")  # to the sign that links to the title
    page.keyboard.press("Tab")
    expect(export).to_be_focused()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(
        page.get_by_text("Exported, but for mock interviews and edited code.")
    ).to_be_in_viewport()
    asked: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", on_dialog)
    page.get_by_role("button", name="Erase").press("Enter")
    assert "Mock interviews and edited code stay." in asked[0]
    page.emulate_media(media="print")
    expect(export).to_be_hidden()


def test_progress_is_exported_erased_and_imported(
    page: Page, tmp_path: Path
) -> None:
    page.goto(PAGE)
    Quiz(page).answer_right()
    page.goto(PROGRESS)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    kept = json.loads(file.read_text())["log"]
    assert kept["quiz/nightly-export"][0][1] is True
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase").click()
    heading = page.get_by_role("heading", name="Caching: ")
    expect(heading).to_have_text(f"Caching: 0 of {IN_MODULE}")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Imported.")).to_be_visible()
    expect(heading).to_have_text(f"Caching: 1 of {IN_MODULE}")


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        "{}",
        '{"format": "another-program", "log": {}}',
        *(
            f'{{"format": "high-level-design-progress-1", "log": {log}}}'
            for log in (
                "1",
                '{"constructor": [[1, true, "a"]]}',
                '{"quiz/a": [[1e300, true, "a"]]}',
                '{"quiz/a": [[1, 1, "a"]]}',
            )
        ),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_lost(
    page: Page, tmp_path: Path, content: str
) -> None:
    page.goto(PAGE)
    Quiz(page).answer_right()
    page.goto(PROGRESS)
    file = tmp_path / "other.json"
    file.write_text(content)
    page.locator("input[type=file]").set_input_files(file)
    expect(
        page.get_by_text(
            "This file holds no progress of this guide: choose one that "
            "Export wrote."
        )
    ).to_be_visible()
    expect(
        page.get_by_role("heading", name=f"Caching: 1 of {IN_MODULE}")
    ).to_be_visible()


def test_without_storage_nothing_is_kept_and_all_works(page: Page) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new Error('denied'); }"
    )
    page.goto(PAGE)
    Quiz(page).answer_right()
    expect(score(page)).to_have_text(
        f"1 of {QUESTIONS} questions answered right."
    )
    page.goto(PROGRESS)
    expect(
        page.get_by_text("This browser keeps nothing for this site")
    ).to_be_visible()


@own_clock
def test_missed_questions_come_back_sooner(page: Page) -> None:
    page.clock.install(time=datetime(2027, 3, 1, 9))
    page.goto(REVIEW)
    expect(
        page.get_by_text("You have answered no question yet")
    ).to_be_visible()
    page.goto(PAGE)
    Quiz(page).answer_right()
    missed = Quiz(page, "news-lfu")
    missed.answer("The counters overflow.")
    missed.retry.click()
    missed.answer("Yesterday's articles hold high counts")
    page.goto(REVIEW)
    expect(
        page.get_by_text("The next question comes back on 2 March 2027.")
    ).to_be_visible()
    page.clock.set_fixed_time(datetime(2027, 3, 2, 7))
    page.reload()
    expect(
        page.get_by_text("Due today: 1 of 2 that you have answered.")
    ).to_be_visible()
    page.get_by_role("button", name="Ask me").click()
    asked = Quiz(page, "news-lfu")
    expect(asked.form.get_by_role("radio").first).to_be_focused()
    asked.answer("Yesterday's articles hold high counts")
    # The answer that was right at once has not been forgotten yet.
    expect(page.get_by_text("Nothing is due.")).to_be_visible()
    expect(page.get_by_role("button", name="Ask me")).to_be_hidden()
    expect(asked.form.locator(".quiz-section a")).to_have_attribute(
        "href",
        page.url.replace(REVIEW, f"{PAGE}#pitfall-lfu-for-what-is-trending"),
    )


@own_clock
def test_a_clock_that_was_set_back_breaks_nothing(page: Page) -> None:
    page.clock.install(time=datetime(2028, 3, 1, 9))
    page.goto(PAGE)
    Quiz(page).answer_wrong()
    page.clock.set_fixed_time(datetime(2027, 3, 1, 9))
    page.reload()
    Quiz(page).answer_right()
    page.goto(REVIEW)
    expect(page.get_by_text("Nothing is due.")).to_be_visible()


def test_on_a_phone_the_next_question_is_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(PAGE)
    Quiz(page).answer_wrong()
    Quiz(page, "news-lfu").answer("The counters overflow.")
    page.evaluate(
        """() => {
          const kept = JSON.parse(localStorage.getItem("/progress"));
          for (const [answer] of Object.values(kept)) answer[2] = "00000000";
          localStorage.setItem("/progress", JSON.stringify(kept));
        }"""
    )
    page.goto(REVIEW)
    page.emulate_media(media="print")
    expect(page.get_by_text("Due today: 2 of 2")).to_be_visible()
    expect(page.get_by_role("button", name="Ask me")).to_be_hidden()
    page.emulate_media(media="screen")
    asked = page.locator("[data-review] form")
    for verb in ("Ask me", "Next question"):
        page.get_by_role("button", name=verb).press("Enter")
        expect(asked.get_by_role("radio").first).to_be_focused()
        question = asked.locator("legend").bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert question
        assert header
        assert header["y"] + header["height"] <= question["y"] < 320
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(asked.get_by_role("button", name="Check")).to_be_hidden()
    done = page.get_by_text("Nothing is due.")
    expect(done).to_be_visible()
    asked.get_by_role("link", name="The section").scroll_into_view_if_needed()
    expect(done).to_be_in_viewport()


def test_what_cannot_be_fetched_is_said(page: Page) -> None:
    page.goto(PAGE)
    Quiz(page).answer_wrong()
    page.route("**/practice.json", lambda route: route.fulfill(body="no JSON"))
    page.goto(REVIEW)
    expect(page.get_by_text("The questions cannot be fetched")).to_be_visible()
    expect(page.get_by_role("button", name="Ask me")).to_be_hidden()
    page.goto(PROGRESS)
    expect(
        page.get_by_text("The list of pages cannot be fetched")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Export")).to_be_visible()


@own_clock
def test_a_question_with_code_runs_on_the_review_page(page: Page) -> None:
    page.clock.install(time=datetime(2027, 3, 1, 9))
    page.goto(PAGE)
    Quiz(page, "five-calls").answer("hits 0, misses 5")
    page.clock.set_fixed_time(datetime(2027, 3, 5, 9))
    page.goto(REVIEW)
    page.get_by_role("button", name="Ask me").click()
    block = RunBlock(page, "caching/lru_five_calls.py")
    page.clock.resume()
    assert block.run() == "hits 1, misses 4\n"


def test_a_prediction_is_asked_for_and_shown_beside_the_output(
    page: Page,
) -> None:
    page.goto(PAGE)
    block = RunBlock(page, PREDICTED)
    expect(block.output).to_be_hidden()
    block.run_button.click()
    expect(block.prediction).to_be_focused()
    expect(block.root.get_by_role("status").last).to_contain_text(
        "Write down what you expect"
    )
    expect(block.output).to_be_hidden()
    block.prediction.fill("90 %, and nothing")
    block.run()
    expect(block.output).to_be_visible()
    expect(block.root.locator(".run-predicted")).to_have_text(
        "You predicted: a guess"
    )


def test_enter_in_a_prediction_runs(page: Page) -> None:
    page.goto(PAGE)
    block = RunBlock(page, PREDICTED)
    block.prediction.fill("90 %, and nothing")
    block.prediction.press("Enter")
    block.wait()
    expect(block.output).to_contain_text("81.5")
    expect(block.root.locator(".run-predicted")).to_have_text(
        "You predicted: 90 %, and nothing"
    )


def test_a_second_press_runs_without_a_prediction(page: Page) -> None:
    page.goto(PAGE)
    block = RunBlock(page, PREDICTED)
    block.run_button.click()
    block.run_button.click()
    block.wait()
    expect(block.output).to_contain_text("81.5")


def test_without_scripts_each_option_opens_to_its_explanation(
    browser: Browser, base_url: str
) -> None:
    with browser.new_context(
        java_script_enabled=False, base_url=base_url
    ) as context:
        page = context.new_page()
        page.goto(PAGE)
        quiz = page.locator("details#quiz-nightly-export")
        expect(quiz.get_by_text("Double the cache.")).to_be_hidden()
        quiz.locator("> summary").click()
        why = quiz.get_by_text("A scan of 50 million keys")
        expect(why).to_be_hidden()
        quiz.get_by_text("Double the cache.").click()
        expect(why).to_be_visible()
        predicted = page.get_by_role("group", name=f"Snippet {PREDICTED}")
        predicted.locator("summary").click()
        expect(predicted.locator("[data-run-output]")).to_be_visible()
        page.goto(REVIEW)
        expect(page.get_by_text("This part needs JavaScript")).to_be_visible()
        page.goto(PROGRESS)
        expect(page.get_by_text("This part needs JavaScript")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_a_page_shows_every_option_and_explanation(
    browser: Browser, base_url: str, scripts: bool
) -> None:
    with browser.new_context(
        java_script_enabled=scripts, base_url=base_url
    ) as context:
        page = context.new_page()
        page.goto(PAGE)
        text = printed(page)
        for said in (
            "Double the cache.",
            "A scan of 50 million keys",
            "Let the export read past the cache.",
            "Rows that are read once gain nothing",
            "1,000 entries",
        ):
            assert said in text
        assert "Try again" not in text


def test_the_sheet_is_printed_with_its_key_on_another_page(
    page: Page,
) -> None:
    page.goto("/caching/sheet/")
    sheets = printed(page).split("\f")
    key = next(i for i, text in enumerate(sheets) if text.startswith("Key"))
    asked, answered = "".join(sheets[:key]), "".join(sheets[key:])
    assert "A policy is two decisions" in asked
    assert "Double the cache." in asked
    assert "A scan of 50 million keys" not in asked
    assert "A scan of 50 million keys" in answered
    assert "Search" not in sheets[0]


def printed(page: Page) -> str:
    """The text on paper; a form feed ends each sheet."""
    reader = PdfReader(BytesIO(page.pdf()))
    text = "\f".join(sheet.extract_text().strip() for sheet in reader.pages)
    return text.replace("\ufb02", "fl").replace("\ufb01", "fi")


def test_axe_finds_nothing_in_an_answered_question(open_page: Page) -> None:
    open_page.goto(PAGE)
    Quiz(open_page).answer_wrong()
    open_page.wait_for_load_state("networkidle")
    assert not violations(open_page)


def test_axe_finds_nothing_on_the_pages_of_a_reader_with_progress(
    open_page: Page,
) -> None:
    open_page.goto(PAGE)
    Quiz(open_page).answer_right()
    for path in (REVIEW, PROGRESS, "/caching/"):
        open_page.goto(path, wait_until="networkidle")
        assert not violations(open_page)
