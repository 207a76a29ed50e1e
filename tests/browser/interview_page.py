"""A mock interview as a reader sees it: by role and name."""

from playwright.sync_api import Locator, Page, expect

PAGE = "/review/interview/url-shortener/"
FIRST, SECOND = "1. Requirements", "2. Estimates"


class Stage:
    """One stage of the interview on the open page."""

    def __init__(self, page: Page, title: str) -> None:
        self.form = page.get_by_role("form", name=title, exact=True)
        self.heading = self.form.get_by_role("heading", name=title)
        self.answer = self.form.get_by_label("Your answer")
        self.compare = self.form.get_by_role("button", name="Compare")
        self.rate = self.form.get_by_role("button", name="Rate and go on")
        self.again = self.form.get_by_role("button", name="Rate again")
        self.good = self.form.get_by_role(
            "group", name="What a good answer holds", include_hidden=True
        )
        self.status = self.form.get_by_role("status")

    def level(self, name: str) -> Locator:
        return self.form.get_by_role("radio", name=name)

    def go_through(self, answer: str, level: str) -> None:
        self.answer.fill(answer)
        self.compare.click()
        self.level(level).check()
        self.rate.click()


class Interview:
    """The interview on its page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.first = Stage(page, FIRST)
        self.second = Stage(page, SECOND)
        self.forms = page.locator("form.stage:visible")
        self.export_button = page.get_by_role(
            "button", name="Export as Markdown"
        )
        self.erase_button = page.get_by_role("button", name="Erase")
        self.status = page.locator(".interview-foot").get_by_role("status")
        self.levels = page.get_by_role("heading", name="Your levels")

    def titles(self) -> list[str]:
        """Of all stages, those that are not open included."""
        return self.page.locator("form.stage > h3").all_text_contents()

    def export(self) -> str:
        """The text of the file that the button writes."""
        with self.page.expect_download() as download:
            self.export_button.click()
        assert download.value.suggested_filename == "interview-url-shortener.md"
        return download.value.path().read_text("utf-8")


def opened(page: Page) -> Interview:
    """The interview, as it is when its page is opened."""
    page.goto(PAGE)
    interview = Interview(page)
    expect(interview.first.compare).to_be_attached()
    return interview
