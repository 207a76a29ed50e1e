"""Every page in Chromium: readable by all, and what it shows works."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.exercise_block import ExerciseBlock
from tests.browser.run_block import RunBlock, shown
from tests.browser.test_accessibility import violations
from tests.paths import SNIPPETS, pages

YOURS = re.compile(r"^Your (?:run|check) · \d")


@pytest.mark.parametrize("path", pages())
def test_axe_finds_nothing_and_a_page_never_scrolls_sideways(
    page: Page, path: str
) -> None:
    page.goto(f"/{path}", wait_until="networkidle")
    expect(page.locator("article h1")).to_be_visible()
    # Drawn, a diagram's source is gone, which may scroll without a focus.
    expect(page.locator("pre.mermaid")).to_have_count(0)
    # The theme makes code focusable once it has measured that it scrolls.
    page.evaluate("() => new Promise(requestIdleCallback)")
    assert not violations(page)
    page.emulate_media(color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert not violations(page, {"runOnly": ["color-contrast"]})
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


# One visit for all: to start Python on a page costs more than to run it.
@pytest.mark.parametrize("path", sorted(shown("run") | shown("exercise")))
def test_every_block_prints_what_is_recorded_and_every_solution_passes(
    page: Page, path: str
) -> None:
    page.goto(f"/{path}")
    for snippet in shown("run").get(path, []):
        block = RunBlock(page, snippet)
        recorded = (SNIPPETS / snippet).with_suffix(".out").read_text("utf-8")
        assert block.output.text_content() == recorded
        assert block.code.text_content() == (SNIPPETS / snippet).read_text()
        assert block.run() == recorded
        expect(block.label).to_contain_text(YOURS)
    for name in shown("exercise").get(path, []):
        exercise = ExerciseBlock(page, name)
        assert exercise.code.first.text_content() == exercise.files.starter
        exercise.edit(exercise.files.shown)
        assert re.fullmatch(r"All \d+ tests passed", exercise.check()), name
        assert not exercise.failures()
        expect(exercise.label).to_contain_text(YOURS)
