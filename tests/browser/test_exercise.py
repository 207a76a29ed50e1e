"""Check, in Chromium on the built site."""

import ast
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.exercise_block import PAGE, ExerciseBlock, opened
from tests.paths import SNIPPETS, tasks

LOOP = "while True:\n    pass\n"


def replaced(block: ExerciseBlock, old: str, new: str) -> str:
    """The solution with one change."""
    assert block.files.shown.count(old) == 1
    return block.files.shown.replace(old, new)


def test_a_solved_exercise_counts_on_later_visits(page: Page) -> None:
    block = opened(page)
    block.check()
    expect(page.locator(".nav-progress")).to_have_count(0)
    block.edit(block.files.shown)
    block.check()
    expect(page.locator(".nav-progress").last).to_have_text(f"1/{tasks(PAGE)}")
    page.reload()
    expect(block.summary).to_have_text("You have solved this exercise before")
    expect(page.locator(".nav-progress").last).to_have_text(f"1/{tasks(PAGE)}")


def test_what_is_still_to_be_written_is_named_with_its_line(
    page: Page,
) -> None:
    block = opened(page)
    block.check()
    lines = block.files.starter.splitlines()
    line = next(n for n, text in enumerate(lines, 1) if '"store' in text)
    expect(block.tests.first).to_have_text(
        "✗A held key gives its value"
        f"Line {line} is still to be written: store the value; evict if full."
    )


def test_a_wrong_answer_gets_its_message_and_what_was_compared(
    page: Page,
) -> None:
    block = opened(page)
    folder = SNIPPETS / block.files.path
    answer = (folder / "wrong_put_is_no_use.py").read_text()
    message = ast.get_docstring(ast.parse(answer))
    assert message
    block.edit(answer)
    assert re.fullmatch(r"\d+ of \d+ tests passed", block.check())
    failure = block.tests.filter(
        has_text="A put of an existing key is a use"
    ).first
    expect(failure.locator("p")).to_contain_text(message)
    expect(failure.locator("pre")).to_contain_text(
        "assert ['bob', 'cyd'] == ['ada', 'cyd']"
    )


def test_an_error_of_the_readers_code_has_its_line(page: Page) -> None:
    block = opened(page)
    code = replaced(block, "return link.value", "return link.worth")
    block.edit(code)
    block.check()
    line = code[: code.index("link.worth\n")].count("\n") + 1
    assert (
        "✗A held key gives its valueAttributeError: 'Link' object has no "
        "attribute 'worth' "
        f"(line {line} of your code)"
    ) in block.failures()
    expect(block.root.locator(".run-error-line")).to_have_text(
        "        return link.worth"
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("x = 1\nif x\n", "Line 2 is not Python: expected ':'."),
        ("x = y", "NameError: name 'y' is not defined (line 1 of your code)"),
        ("x = 1", "ImportError: cannot import name 'LRUCache' from 'solution'"),
        (
            "import nothing",
            "This site holds the standard library and annotated_types, "
            "fakeredis, redis, sortedcontainers.",
        ),
    ],
)
def test_code_that_cannot_be_tested_is_told_in_a_sentence(
    page: Page, code: str, said: str
) -> None:
    block = opened(page)
    block.edit(code)
    assert block.check() == "No test could run"
    expect(block.output).to_contain_text(said)
    expect(block.output).not_to_contain_text("Traceback")
    expect(block.tests).to_have_count(0)


def test_a_loop_is_stopped_where_it_is_and_the_next_check_works(
    page: Page,
) -> None:
    block = opened(page)
    block.edit(
        replaced(
            block,
            "        return link.value\n",
            "        while True:\n            pass\n",
        )
    )
    block.check_button.click()
    running = page.get_by_role("img", name="running")
    expect(running).to_be_visible()
    block.stop_button.click()
    block.wait()
    expect(block.label).to_have_text("Your check was stopped")
    expect(block.tests).to_contain_text(["which loop of yours does not end?"])
    expect(block.summary).to_be_empty()
    block.editor.fill(block.files.shown)
    assert block.check().startswith("All ")


def test_what_is_printed_is_shown_and_html_is_text(page: Page) -> None:
    html = "<img src=x onerror='document.title=1'>"
    block = opened(page)
    put = "        if key in self._links:\n"
    code = replaced(block, put, f"        print({html!r})\n{put}")
    block.edit(code)
    assert block.check().startswith("All ")
    assert (block.output.text_content() or "").startswith(f"{html}\n{html}")
    block.editor.fill(code.replace("print(", "raise OSError("))
    block.check()
    assert f"OSError: {html} (line " in block.failures()[0]
    assert block.root.locator("img").count() == 0


def test_reset_shows_the_starter_and_no_verdicts(page: Page) -> None:
    block = opened(page)
    block.edit(block.files.shown)
    block.check()
    block.reset_button.click()
    expect(block.tests).to_have_count(0)
    expect(block.summary).to_be_empty()
    assert block.code.first.text_content() == block.files.starter


def test_works_by_keyboard(page: Page) -> None:
    block = opened(page)
    block.root.get_by_text("Hint 1", exact=True).focus()
    page.keyboard.press("Enter")
    expect(block.root.locator("details").first).to_have_attribute("open", "")
    block.edit_button.focus()
    page.keyboard.press("Enter")
    expect(block.editor).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(block.files.shown)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(block.summary).to_contain_text("All ")


def test_edits_are_those_of_the_exercise_and_survive_a_reload(
    page: Page,
) -> None:
    block = opened(page)
    block.edit("x = 17")
    page.reload()
    block.button("Continue editing").click()
    assert block.edited() == "x = 17"


def test_works_without_scripts(browser: Browser, base_url: str) -> None:
    with browser.new_context(
        base_url=base_url, java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto(PAGE)
        block = ExerciseBlock(page)
        expect(block.root.locator("details[open]")).to_have_count(0)
        for closed in block.root.locator("summary").all():
            closed.click()
        for text in ("starter", "check", "shown"):
            first, *_ = getattr(block.files, text).splitlines()
            shown = block.root.get_by_text(first, exact=True)
            expect(shown.first).to_be_visible()
        expect(block.root.get_by_text("draw it with zero")).to_be_visible()
        expect(block.output).to_be_hidden()
