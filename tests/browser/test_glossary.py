"""Hints at abbreviations: also without a mouse, and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

SHOWN = """(element) => getComputedStyle(element, "::after").content"""
WIDTH = "() => document.documentElement.scrollWidth"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_hint_is_shown_with_the_focus_and_leaves_with_it(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/caching/eviction/")
    hinted = page.locator("article abbr").first
    assert hinted.evaluate(SHOWN) == "none"
    hinted.focus()
    assert hinted.evaluate(SHOWN) == f'"{hinted.get_attribute("title")}"'
    assert page.evaluate(WIDTH) == width
    page.keyboard.press("Tab")
    expect(page.locator("article abbr").nth(1)).to_be_focused()
    assert hinted.evaluate(SHOWN) == "none"


def test_axe_finds_nothing_while_a_hint_is_shown(page: Page) -> None:
    page.goto("/databases/choosing/", wait_until="networkidle")
    page.evaluate("() => new Promise(requestIdleCallback)")
    hinted = page.locator("article td abbr").first
    hinted.focus()
    assert hinted.evaluate(SHOWN) != "none"
    assert not violations(page)
