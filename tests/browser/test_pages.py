"""Every page in Chromium: readable by all, and what it shows works."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.exercise_block import ExerciseBlock
from tests.browser.run_block import PAGE, RunBlock, shown
from tests.browser.test_accessibility import violations
from tests.paths import SITE, SNIPPETS, pages

# Tokens are most of a page's elements; what they look like depends on their
# class alone, which a test beside this one judges.
WITHOUT_TOKENS = """() => {
    for (const code of document.querySelectorAll("code:has(span)")) {
        code.replaceChildren(code.textContent);
    }
}"""
ONE_OF_EACH = """(kinds) => {
    const code = document.querySelector("[data-run-code] code");
    code.replaceChildren(...kinds.flatMap((kind) => {
        const token = document.createElement("span");
        token.className = kind;
        token.textContent = kind;
        return [token, " "];
    }));
}"""
# A lab's code is closed at first.
OPEN_LABS = """() => {
    for (const part of document.querySelectorAll(".lab-more")) part.open = true;
}"""
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
    page.evaluate(WITHOUT_TOKENS)
    assert not violations(page)
    darken(page)
    assert not violations(page, {"runOnly": ["color-contrast"]})
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


def test_each_kind_of_token_is_readable_in_both_palettes(page: Page) -> None:
    kinds = {
        kind
        for path in pages()
        for code in re.findall(
            "<code>(.*?)</code>", (SITE / path).read_text("utf-8"), re.DOTALL
        )
        for kind in re.findall('<span class="([a-z0-9]+)">', code)
    }
    assert {"k", "s2", "c1"} <= kinds
    page.goto(PAGE)
    page.evaluate(WITHOUT_TOKENS)
    page.evaluate(ONE_OF_EACH, sorted(kinds))
    assert not violations(page, {"runOnly": ["color-contrast"]})
    darken(page)
    assert not violations(page, {"runOnly": ["color-contrast"]})


def darken(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


# One visit for all: to start Python on a page costs more than to run it.
@pytest.mark.parametrize("path", sorted(shown("run") | shown("exercise")))
def test_every_block_prints_what_is_recorded_and_every_solution_passes(
    page: Page, path: str
) -> None:
    page.goto(f"/{path}")
    page.evaluate(OPEN_LABS)
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
