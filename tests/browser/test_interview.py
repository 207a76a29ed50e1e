"""A mock interview, as a reader goes through it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.interview_page import PAGE, SECOND, Stage, opened
from tests.browser.test_accessibility import open_page, violations

__all__ = ["open_page"]

HOSTILE = (
    "</textarea><img src=x onerror=\"document.title='hacked'\">\n"
    "```\n# No heading\n````\n<script>document.title = 'hacked'</script>"
)


def test_a_stage_is_answered_and_rated_by_keyboard_and_the_next_opens(
    page: Page,
) -> None:
    interview = opened(page)
    first, second = interview.first, interview.second
    expect(interview.forms).to_have_count(1)
    expect(first.good).to_be_hidden()
    first.answer.focus()
    page.keyboard.type("May a target change?")
    page.keyboard.press("Tab")
    expect(first.compare).to_be_focused()
    page.keyboard.press("Enter")
    expect(first.status).to_have_text("The levels are open: compare and rate.")
    expect(first.level("Not yet")).to_be_focused()
    expect(first.good).to_contain_text("Four answers decide most of it")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(first.level("Senior: Asks how many links")).to_be_checked()
    page.keyboard.press("Enter")
    expect(second.heading).to_be_focused()
    expect(interview.status).to_have_text(f"Stage {SECOND} is open.")
    expect(interview.forms).to_have_count(2)
    page.keyboard.press("Tab")
    expect(second.answer).to_be_focused()


def test_a_level_needs_an_answer_and_a_choice(page: Page) -> None:
    first = opened(page).first
    first.answer.fill("  \n")
    first.compare.click()
    expect(first.status).to_have_text(
        "Write your answer first; a few words are enough."
    )
    expect(first.answer).to_be_focused()
    expect(first.good).to_be_hidden()
    first.answer.fill("Features.")
    first.compare.click()
    first.rate.click()
    expect(first.status).to_have_text("Choose a level first.")
    expect(first.level("Not yet")).to_be_focused()


def test_to_rate_again_stays_at_the_stage(page: Page) -> None:
    interview = opened(page)
    interview.first.go_through("May a target change?", "Mid")
    interview.first.level("Staff").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(interview.first.status).to_have_text("Rated again: Staff.")
    expect(interview.first.level("Staff")).to_be_focused()
    page.reload()
    expect(interview.first.level("Staff")).to_be_checked()


def test_who_comes_back_goes_on_by_one_press(page: Page) -> None:
    interview = opened(page)
    go_on = page.get_by_role("button", name="Go on with ")
    expect(go_on).to_be_hidden()
    interview.first.go_through("May a target change?", "Mid")
    page.reload()
    expect(go_on).to_have_text(f"Go on with {SECOND}")
    page.emulate_media(media="print")
    expect(go_on).to_be_hidden()
    page.emulate_media(media="screen")
    go_on.focus()
    page.keyboard.press("Enter")
    expect(interview.second.heading).to_be_focused()
    expect(interview.second.heading).to_be_in_viewport()


def test_answers_and_levels_stay_across_reloads(page: Page) -> None:
    interview = opened(page)
    interview.first.go_through("May a target change?", "Staff")
    interview.second.answer.fill("58 per second")
    page.reload()
    expect(interview.forms).to_have_count(2)
    expect(interview.first.answer).to_have_value("May a target change?")
    expect(interview.first.level("Staff")).to_be_checked()
    expect(interview.first.again).to_be_visible()
    expect(interview.second.answer).to_have_value("58 per second")
    expect(interview.second.good).to_be_hidden()


def test_at_the_end_stand_the_levels_and_the_file_holds_all(
    page: Page,
) -> None:
    interview = opened(page)
    titles = interview.titles()
    assert len(titles) >= 6
    expect(interview.levels).to_be_hidden()
    for number, title in enumerate(titles):
        level = ("Mid", "Not yet")[number % 2]
        Stage(page, title).go_through(f"Answer {number}", level)
    expect(interview.levels).to_be_focused()
    items = page.locator(".interview-summary li")
    expect(items).to_have_count(len(titles))
    expect(items.first).to_have_text("1. Requirements: Mid")
    text = interview.export()
    assert text.startswith(
        "# A URL shortener\n\n## 1. Requirements\n\n“Before you draw"
    )
    assert "```text\nAnswer 0\n```\n\n**Rated: mid.** Lists features" in text
    assert "\n\n**Rated: not yet.** A part is missing" in text
    assert [
        line[3:] for line in text.splitlines() if line.startswith("## ")
    ] == titles


def test_a_hostile_answer_stays_text(page: Page) -> None:
    interview = opened(page)
    title = page.title()
    interview.first.go_through(HOSTILE, "Mid")
    page.reload()
    expect(interview.first.answer).to_have_value(HOSTILE)
    assert page.title() == title
    assert page.locator("form.stage img").count() == 0
    assert f"`````text\n{HOSTILE}\n`````\n" in interview.export()


@pytest.mark.parametrize(
    "kept", ["no JSON", "[1]", '{"requirements": {"text": 1}}', "null"]
)
def test_a_broken_record_is_no_record(page: Page, kept: str) -> None:
    opened(page)
    page.evaluate(
        "([key, kept]) => localStorage.setItem(key, kept)",
        [f"interview{PAGE}", kept],
    )
    interview = opened(page)
    expect(interview.first.answer).to_have_value("")
    interview.first.go_through("May a target change?", "Mid")
    expect(interview.forms).to_have_count(2)


def test_erase_asks_first_and_then_leaves_nothing(page: Page) -> None:
    interview = opened(page)
    interview.first.go_through("May a target change?", "Mid")
    page.once("dialog", lambda dialog: dialog.dismiss())
    interview.erase_button.click()
    expect(interview.forms).to_have_count(2)
    page.once("dialog", lambda dialog: dialog.accept())
    interview.erase_button.click()
    expect(interview.forms).to_have_count(1)
    expect(interview.first.heading).to_be_focused()
    expect(interview.first.answer).to_have_value("")
    kept = page.evaluate("() => Object.keys(localStorage)")
    assert f"interview{PAGE}" not in kept


def test_without_storage_it_is_said_and_all_works(page: Page) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new Error('denied'); }"
    )
    interview = opened(page)
    interview.first.answer.fill("May a target change?")
    expect(interview.first.status).to_contain_text("keeps nothing")
    interview.first.go_through("May a target change?", "Mid")
    expect(interview.second.heading).to_be_focused()
    assert "May a target change?" in interview.export()


def test_on_paper_and_without_scripts_everything_is_there(
    page: Page, browser: Browser, base_url: str
) -> None:
    opened(page)
    page.emulate_media(media="print")
    expect(
        page.locator(".stage-good, .stage-rating section")
    ).not_to_have_count(0)
    for part in page.locator("form.stage > *:not(.quiz-foot)").all():
        expect(part).to_be_visible()
    with browser.new_context(
        base_url=base_url, java_script_enabled=False
    ) as context:
        plain = context.new_page()
        plain.goto(PAGE)
        stages = plain.locator("details.stage")
        assert stages.count() >= 6
        compare = stages.first.get_by_text("Compare with your answer")
        expect(compare).to_be_hidden()
        stages.first.locator("> summary").click()
        compare.click()
        expect(stages.first.locator("dt")).to_have_text(
            ["Mid", "Senior", "Staff"]
        )
        expect(stages.first.locator(".stage-good")).to_be_visible()


def test_axe_finds_nothing_in_a_stage_that_is_open(open_page: Page) -> None:
    interview = opened(open_page)
    for title in interview.titles():
        Stage(open_page, title).go_through("Answer", "Senior")
    assert not violations(open_page)
    open_page.set_viewport_size({"width": 360, "height": 740})
    width = "() => document.documentElement.scrollWidth"
    assert open_page.evaluate(width) == 360


def test_the_list_says_which_interviews_are_begun(page: Page) -> None:
    interview = opened(page)
    interview.first.go_through("Features, then numbers.", "Mid")
    page.goto("/review/interview/")
    items = page.locator("[data-interviews] li")
    begun = items.filter(has_text="A URL shortener")
    expect(begun).to_contain_text("dies. Begun; 1 stage rated.")
    expect(items.filter(has_text="Begun")).to_have_count(1)
