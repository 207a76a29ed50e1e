"""The `drill` block as a reader sees it: by role and name."""

from functools import cache

from playwright.sync_api import Page, expect

from tests.paths import SITE, pages


@cache
def drill_page() -> str:
    """The page that has the drill."""
    for page in pages():
        if " data-drill=" in (SITE / page).read_text("utf-8"):
            return page.removesuffix("index.html")
    raise LookupError("no page has a drill: add `/// drill | …` to one")


class DrillBlock:
    """The drill on the open page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.get_by_role("group", name="Estimation drill")
        self.kind = self.root.get_by_role("combobox", name="Kind")
        self.question = self.root.locator(".drill-question")
        self.input = self.root.get_by_role(
            "textbox", name="Your estimate, with its unit"
        )
        self.check_button = self.root.get_by_role("button", name="Check")
        self.reveal_button = self.root.get_by_role(
            "button", name="Show the reasoning"
        )
        self.next_button = self.root.get_by_role("button", name="Next question")
        self.status = self.root.locator(".drill-status")
        self.score = self.root.locator(".drill-score")
        self.steps = self.root.locator(".drill-reasoning li")
        self.constants = self.root.locator(".drill-reasoning a")

    def answer(self, text: str) -> str:
        """Write it, press Enter, and give what is said of it."""
        self.input.fill(text)
        self.input.press("Enter")
        return self.said()

    def said(self) -> str:
        """What is said once there is a verdict."""
        expect(self.root).to_have_attribute("aria-busy", "false")
        return self.status.inner_text()

    def asked(self, question: str) -> None:
        """Wait until this question is asked."""
        expect(self.question).to_contain_text(question)
