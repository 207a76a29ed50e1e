"""A `lab` block as a reader sees it: by role and name."""

import re
from functools import cache

from playwright.sync_api import Locator, Page, expect

from blocks.simulation import Knob, Simulation, Table, Value
from tests.browser.run_block import RunBlock
from tests.paths import SITE, SNIPPETS, pages

# Cells as the table has them: numbers where they are numbers.
TABLE = r"""(table) => {
  const value = (cell) => {
    const text = cell.replaceAll("\u00a0", " ");
    const number = Number(text.replaceAll(",", ""));
    return text === "" ? null : Number.isNaN(number) ? text : number;
  };
  const [head, ...rows] = [...table.rows];
  return Object.fromEntries([...head.cells].map(({ textContent }, column) =>
    [textContent, rows.map(({ cells }) => value(cells[column].textContent))]));
}"""


@cache
def page_of(lab: str) -> str:
    """The page that shows the lab."""
    for page in pages():
        if f' data-lab="{lab}"' in (SITE / page).read_text("utf-8"):
            return page
    raise LookupError(f"no page shows {lab}: add `/// lab | {lab}` to one")


class LabBlock:
    """The block of one lab on the open page."""

    def __init__(self, page: Page, lab: str) -> None:
        code = (SNIPPETS / lab).read_text(encoding="utf-8")
        self.page = page
        self.stem = lab.rpartition("/")[2].removesuffix(".py")
        self.knobs = Simulation.read(code).knobs
        self.root = page.get_by_role("group", name=f"Lab {lab}", exact=True)
        self.defaults = self.root.get_by_role("button", name=f"Defaults {lab}")
        self.picture = self.root.locator("figure > svg")
        self.caption = self.root.locator("figcaption")
        self.status = self.root.locator(".lab-status")
        self.reading = self.root.locator(".lab-reading output")
        self.cursor = self.root.locator(".lab-reading input")
        self.code = RunBlock(page, lab)

    def control(self, knob: Knob) -> Locator:
        """What sets it."""
        return (
            self.root.locator(".lab-knob")
            .filter(has_text=re.compile(f"^{knob.label}\\b"))
            .locator("input, select")
        )

    def slider(self) -> Knob:
        """The first knob that is a slider."""
        return next(knob for knob in self.knobs if knob.low is not None)

    def press(self, knob: Knob, key: str = "ArrowRight") -> Value:
        """Press a key on its slider, and give what is set then."""
        self.control(knob).press(key)
        return type(knob.value)(self.control(knob).input_value())

    def table(self) -> Table:
        """What the table says."""
        found: Table = self.root.locator("[data-lab-table]").evaluate(TABLE)
        return found

    def wait(self) -> None:
        """Wait until what was asked for is shown."""
        expect(self.root).to_have_attribute("aria-busy", "false")

    def open(self) -> None:
        """Open the parts that are closed."""
        for summary in self.root.locator(".lab-more > summary").all():
            summary.click()
