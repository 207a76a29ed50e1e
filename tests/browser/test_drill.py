"""The estimation drill, in Chromium on the built site."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from blocks.constants import read_constants
from blocks.drill import by_hand, read_questions
from blocks.estimation import Question, draw, kinds
from tests.browser.drill_block import DrillBlock, drill_page
from tests.browser.test_accessibility import violations
from tests.paths import SNIPPETS

CONSTANTS = read_constants(SNIPPETS / "review" / "constants.toml")
QUESTIONS = read_questions(SNIPPETS / "review" / "questions.toml")
KINDS = kinds(QUESTIONS)


def visit(page: Page, query: str = "") -> DrillBlock:
    page.goto(f"/{drill_page()}{query}")
    return DrillBlock(page)


def drawn(kind: str, number: int) -> Question:
    """What CPython draws."""
    return draw(QUESTIONS, by_hand(CONSTANTS), kind, number)


def test_by_keyboard_one_answers_and_asks_for_more(page: Page) -> None:
    drill = visit(page)
    first = drawn(KINDS[0], 1)
    drill.asked(first.text)
    drill.input.focus()
    page.keyboard.type("2 TB")
    page.keyboard.press("Enter")
    expect(drill.status).to_contain_text("is storage; asked is a count per")
    expect(drill.input).to_have_value("2 TB")
    expect(drill.input).to_be_focused()
    expect(drill.score).to_be_empty()
    per_day = f"{first.value.value * 86_400 * 10:.3g}/day"
    assert "too high by a factor of 10" in drill.answer(per_day)
    expect(drill.score).to_contain_text("0 of 1 right at the first try")
    assert drill.answer(f"{first.value.value * 2} rps").startswith("Right: ")
    expect(drill.score).to_contain_text("0 of 1")
    expect(drill.steps).to_have_text(first.steps)
    page.keyboard.press("Tab")  # to Check
    page.keyboard.press("Tab")  # to Next question: the reasoning is shown
    expect(drill.next_button).to_be_focused()
    page.keyboard.press("Enter")
    second = drawn(KINDS[1], 2)
    drill.asked(second.text)
    expect(drill.question).to_be_focused()
    expect(drill.steps).to_have_count(0)
    expect(drill.status).to_be_empty()
    expect(drill.input).to_have_value("")
    assert drill.answer(second.value.text).endswith("as by hand.")
    expect(drill.score).to_contain_text("1 of 2")
    assert page.url.endswith("?number=2")


def test_a_screen_reader_is_told_what_is_asked_and_what_is_shown(
    page: Page,
) -> None:
    drill = visit(page)
    expect(drill.input).to_have_accessible_description(
        re.compile(rf"^Question 1, {KINDS[0].lower()}\. .+\?$")
    )
    drill.reveal_button.press("Enter")
    expect(
        drill.root.get_by_role("group", name="The reasoning")
    ).to_be_focused()


def test_no_control_takes_the_focus_below_the_header(page: Page) -> None:
    drill = visit(page)
    drill.input.focus()
    drill.kind.evaluate(
        "(kind) => scrollBy(0, kind.getBoundingClientRect().y - 9)"
    )
    page.keyboard.press("Shift+Tab")
    expect(drill.kind).to_be_focused()
    control = drill.kind.bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert control
    assert header
    assert control["y"] >= header["y"] + header["height"]


def test_a_question_that_is_not_on_the_page_is_that_of_cpython(
    page: Page,
) -> None:
    drill = visit(page, "?kind=Storage&number=17")
    question = drawn("Storage", 17)
    drill.asked(question.text)
    expect(drill.kind).to_have_value("Storage")
    drill.reveal_button.press("Enter")
    expect(drill.steps).to_have_text(question.steps)
    expect(drill.root.locator(".drill-reasoning")).to_be_focused()
    expect(drill.constants).to_have_text(
        [CONSTANTS[name].name for name in question.constants]
    )
    drill.answer(question.value.text)
    expect(drill.score).to_be_empty()  # it had been solved here
    link = drill.constants.first
    link.click()
    key = question.constants[0]
    assert page.url.endswith(f"#constant-{key}")
    expect(page.locator(f"#constant-{key}")).to_be_in_viewport()


def test_a_link_asks_the_same_of_somebody_else(page: Page) -> None:
    drill = visit(page)
    drill.kind.select_option("Cost")
    drill.asked(drawn("Cost", 1).text)
    drill.next_button.click()
    drill.asked(drawn("Cost", 2).text)
    other = page.context.new_page()
    other.goto(page.url)
    linked = DrillBlock(other)
    linked.asked(drawn("Cost", 2).text)
    expect(linked.kind).to_have_value("Cost")
    other.close()
    drill.kind.select_option("All kinds")
    drill.asked(drawn(KINDS[1], 2).text)
    assert page.url.endswith("?number=2")


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("?kind=Weight", "kind Weight, which is none of Requests per second,"),
        ("?number=0", "question 0, which is not a number from 1 to 9999"),
        ("?number=many", "question many, which is not a number"),
    ],
)
def test_an_address_that_asks_for_nothing_is_told(
    page: Page, query: str, problem: str
) -> None:
    drill = visit(page, query)
    expect(drill.status).to_contain_text(problem)
    drill.asked(drawn(KINDS[0], 1).text)


@pytest.mark.first_visit
def test_an_answer_may_be_quicker_than_the_question(page: Page) -> None:
    drill = visit(page, "?kind=Bandwidth&number=4")
    question = drawn("Bandwidth", 4)
    expect(drill.question).to_be_empty()  # Python is not there yet
    assert drill.answer(question.value.text).endswith("as by hand.")
    drill.asked(question.text)
    expect(drill.steps).to_have_text(question.steps)


def test_nothing_is_loaded_before_the_drill_is_used(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    drill = visit(page)
    page.wait_for_load_state("networkidle")
    heavy = re.compile(r"assets/python-|_worker")
    assert not list(filter(heavy.search, loaded))
    drill.answer("12k req/s")
    assert list(filter(heavy.search, loaded))


def test_an_empty_answer_is_asked_for(page: Page) -> None:
    drill = visit(page)
    drill.check_button.click()
    expect(drill.status).to_contain_text("Write an estimate first")
    expect(drill.score).to_be_empty()


def test_without_scripts_a_question_of_each_kind_opens_to_its_chain(
    browser: Browser, base_url: str
) -> None:
    with browser.new_context(
        base_url=base_url, java_script_enabled=False
    ) as context:
        page = context.new_page()
        drill = visit(page)
        questions = drill.root.locator("details")
        assert questions.count() == len(KINDS)
        for number, kind in enumerate(KINDS, start=1):
            question = drawn(kind, number)
            shown = questions.nth(number - 1)
            expect(shown.locator("summary")).to_contain_text(question.text)
            expect(shown.locator("li").first).not_to_be_visible()
            shown.locator("summary").click()
            expect(shown.locator("li")).to_have_text(question.steps)
            expect(shown.locator("li").first).to_be_visible()


def test_on_paper_each_kind_stands_with_its_chain(page: Page) -> None:
    drill = visit(page)
    page.emulate_media(media="print")
    expect(drill.root.locator("form")).not_to_be_visible()
    chain = drill.root.locator(".drill-recorded li")
    for line in chain.all():
        expect(line).to_be_visible()
    assert chain.count() > 2 * len(KINDS)


def test_a_phone_need_not_scroll_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    drill = visit(page)
    drill.reveal_button.click()
    expect(drill.steps.first).to_be_visible()
    shown = [drill.question, drill.input, drill.next_button]
    shown += [*drill.steps.all(), page.locator("#constant-photo td").first]
    for part in shown:
        box = part.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_axe_finds_nothing_in_a_drill_that_was_answered(
    browser: Browser, base_url: str, palette: str
) -> None:
    with browser.new_context(
        base_url=base_url, color_scheme="dark" if palette == "dark" else "light"
    ) as context:
        page = context.new_page()
        drill = visit(page)
        assert "too high" in drill.answer("900 billion req/s")
        drill.reveal_button.click()
        assert not violations(page)
        assert drill.answer(drawn(KINDS[0], 1).value.text)
        assert not violations(page)
