"""An `exercise` block as a reader sees it: by role and name."""

from playwright.sync_api import Page, expect

from blocks.solution import Solution
from tests.browser.run_block import RunBlock, shown
from tests.paths import SNIPPETS

EXERCISE = "caching/lru_links"
PAGE = "/caching/eviction/"


class ExerciseBlock(RunBlock):
    """The block of one exercise on the open page."""

    KIND = "Exercise"

    def __init__(self, page: Page, exercise: str = EXERCISE) -> None:
        super().__init__(page, f"{exercise}/solution.py", exercise)
        self.page = page
        self.files = Solution.read(SNIPPETS, exercise)
        self.check_button = self.button("Check")
        self.summary = self.root.locator(".exercise-summary")
        self.tests = self.root.locator(".exercise-tests > li")

    def check(self) -> str:
        """Press Check, wait for its end, and give the summary."""
        self.check_button.click()
        self.wait()
        return self.summary.text_content() or ""

    def failures(self) -> list[str]:
        """What is said of each test that failed."""
        return self.tests.filter(
            has=self.page.get_by_role("img", name="failed")
        ).all_text_contents()


def opened(page: Page, exercise: str = EXERCISE) -> ExerciseBlock:
    """The exercise on its page, as published."""
    [path] = [p for p, names in shown("exercise").items() if exercise in names]
    page.goto(f"/{path}")
    block = ExerciseBlock(page, exercise)
    expect(block.check_button).to_be_visible()
    return block
