"""Blocks in use in both palettes, as axe judges them."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.exercise_block import opened
from tests.browser.run_block import RunBlock
from tests.paths import ROOT

AXE = ROOT / "runner" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """What axe finds, each with the element and how to repair it."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "async (options) => (await axe.run(document, options)).violations",
        {"resultTypes": ["violations"]} | (options or {}),
    )
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.fixture(params=["light", "dark"])
def open_page(
    request: pytest.FixtureRequest, browser: Browser, base_url: str
) -> Iterator[Page]:
    """A page in a palette."""
    with browser.new_context(
        base_url=base_url, color_scheme=request.param
    ) as context:
        yield context.new_page()


def test_axe_finds_nothing_in_a_block_that_is_edited_and_ran(
    open_page: Page,
) -> None:
    open_page.goto("/")
    block = RunBlock(open_page, "load_balancing/power_of_two_choices.py")
    block.edit("print('one')\n1 / 0")
    block.run()
    assert not violations(open_page)


def test_axe_finds_nothing_in_an_exercise_that_is_open_and_was_checked(
    open_page: Page,
) -> None:
    block = opened(open_page)
    wrong = block.files.shown.replace("return link.value", "print(1)")
    block.edit(wrong.replace("== self.capacity", "> self.capacity"))
    block.check()
    assert block.failures()
    for closed in block.root.locator("summary").all():
        closed.click()
    assert not violations(open_page)
