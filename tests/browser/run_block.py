"""A `run` block as a reader sees it: by role and name."""

from playwright.sync_api import Locator, Page, expect

# A boot on a busy machine; what ends earlier is not waited for.
PATIENCE = 60_000


class RunBlock:
    """The block of one snippet on the open page."""

    def __init__(self, page: Page, snippet: str) -> None:
        self.root = page.get_by_role(
            "group", name=f"Snippet {snippet}", exact=True
        )
        self.run_button = self.button(f"Run {snippet}")
        self.stop_button = self.button(f"Stop {snippet}")
        self.reset_button = self.button(f"Reset {snippet}")
        self.code = self.root.locator("[data-run-code] code")
        self.output = self.root.locator("[data-run-output]")
        self.label = self.root.locator(".run-label")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def run(self) -> str:
        """Press Run, wait for its end, and give what was printed."""
        self.run_button.click()
        self.wait()
        return self.output.text_content() or ""

    def wait(self) -> None:
        """Wait until the run that was started has ended."""
        expect(self.output).to_have_attribute(
            "aria-busy", "false", timeout=PATIENCE
        )
