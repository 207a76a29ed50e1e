"""A `run` block as a reader sees it: by role and name."""

import re
from functools import cache
from html import escape

from playwright.sync_api import Locator, Page, Route, expect

from tests.paths import SITE, pages

# Any block does where a test brings its own code; the page has others too.
SNIPPET = "caching/lru_cache.py"
PAGE = "/caching/eviction/"
OTHER = "caching/fifo_cache.py"


@cache
def shown(kind: str) -> dict[str, list[str]]:
    """What each page of the built site shows in a `run` or `exercise` block."""
    found = {}
    for page in pages():
        html = (SITE / page).read_text("utf-8")
        if names := re.findall(f' data-{kind}="([^"]+)"', html):
            found[page] = names
    assert found, f"no page has a block to {kind}"
    return found


class RunBlock:
    """The block of one snippet on the open page."""

    KIND = "Snippet"

    def __init__(self, page: Page, snippet: str, name: str = "") -> None:
        self.snippet = snippet
        self.root = page.get_by_role(
            "group", name=f"{self.KIND} {name or snippet}", exact=True
        )
        self.run_button = self.button("Run")
        self.stop_button = self.button("Stop")
        self.edit_button = self.button("Edit")
        self.copy_button = self.button("Copy")
        self.reset_button = self.button("Reset")
        self.keys_button = self.button("Keys")
        self.compare_button = self.button("What changed")
        self.code = self.root.locator("[data-run-code] code")
        self.editor = self.root.get_by_role("textbox", name="Code of ")
        self.notice = self.root.locator(".run-notice")
        self.output = self.root.locator("[data-run-output]")
        self.label = self.root.locator(".run-label")
        self.prediction = self.root.get_by_role("textbox", name="Predict: ")

    def button(self, verb: str) -> Locator:
        return self.root.get_by_role(
            "button", name=f"{verb} {self.snippet}", exact=True
        )

    def run(self) -> str:
        """Press Run, wait for its end, and give what was printed."""
        if self.prediction.count():
            self.prediction.fill("a guess")
        self.run_button.click()
        self.wait()
        return self.output.text_content() or ""

    def wait(self) -> None:
        """Wait until the run that was started has ended."""
        expect(self.output).to_have_attribute("aria-busy", "false")

    def edit(self, code: str) -> None:
        """Press Edit and write this instead of what is there."""
        self.edit_button.click()
        self.editor.fill(code)

    def edited(self) -> str:
        """The text in the editor."""
        return "\n".join(self.editor.locator(".cm-line").all_text_contents())


def published(
    page: Page, code: str, snippet: str = SNIPPET, address: str = PAGE
) -> RunBlock:
    """The block of a page on which the snippet has this code."""

    def replace(route: Route) -> None:
        response = route.fetch()
        before, mark, after = response.text().partition(f'data-run="{snippet}"')
        start, end = (
            after.index("<code>") + len("<code>"),
            after.index("</code>"),
        )
        body = before + mark + after[:start] + escape(code) + after[end:]
        route.fulfill(response=response, body=body)

    page.route(f"**{address}", replace)
    page.goto(address)
    return RunBlock(page, snippet)
