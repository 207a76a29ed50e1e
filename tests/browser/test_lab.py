"""Labs, in Chromium on the built site."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from blocks.simulation import Table, is_drawn, read_table
from tests.browser.lab_block import LabBlock, page_of
from tests.browser.run_block import published
from tests.paths import SNIPPETS
from tests.snippets.tables import labs, simulated

LAB = "caching/hit_ratio.py"
SKEW = "hit_ratio.skew"
SLOW = """
import time
from typing import Annotated
from annotated_types import Interval

def simulate(
    policy: str, skew: float, moving: int, seed: int
) -> dict[str, list[float]]:
    while skew == 1:
        time.sleep(0.01)
    return {"x": [1, 2], "y": [skew, seed]}
"""


def visit(page: Page, lab: str = LAB, query: str = "") -> LabBlock:
    page.goto(f"/{page_of(lab)}{query}")
    return LabBlock(page, lab)


def with_code(page: Page, code: str) -> LabBlock:
    """The lab on a page that was published with this code."""
    published(page, code, LAB, f"/{page_of(LAB)}")
    return LabBlock(page, LAB)


def same(one: Table, other: Table) -> bool:
    """Whether they agree to five digits, and in what is written."""
    return list(one) == list(other) and all(
        a == pytest.approx(b, rel=1e-4)
        if isinstance(a, int | float) and isinstance(b, int | float)
        else str(a or "") == str(b or "")
        for name in one
        for a, b in zip(one[name], other[name], strict=True)
    )


@pytest.mark.parametrize("lab", labs())
def test_a_key_and_its_link_show_what_cpython_computes(
    page: Page, lab: str
) -> None:
    block = visit(page, lab)
    recorded = read_table((SNIPPETS / lab).with_suffix(".csv"))
    assert same(block.table(), recorded)
    knob = block.slider()
    value = block.press(knob)
    if value == knob.value:  # it is at its end
        value = block.press(knob, "ArrowLeft")
    block.wait()
    expected = simulated(lab, **{knob.name: value})
    assert same(block.table(), expected)
    assert f"{block.stem}.{knob.name}=" in page.url
    other = page.context.new_page()
    other.goto(page.url)
    linked = LabBlock(other, lab)
    linked.wait()
    assert same(linked.table(), expected)
    if block.picture.count():
        shown = block.picture.inner_html()
        assert linked.picture.inner_html() == shown
    other.close()
    block.defaults.click()
    block.wait()
    assert same(block.table(), recorded)
    assert "?" not in page.url


@pytest.mark.parametrize("lab", labs())
def test_each_knob_has_its_label_as_its_name(page: Page, lab: str) -> None:
    block = visit(page, lab)
    controls = block.root.locator(".lab-knob").locator("input, select")
    for knob, control in zip(block.knobs, controls.all(), strict=True):
        expect(control).to_have_accessible_name(knob.label)


def test_a_page_with_a_lab_loads_nothing_before_it_is_used(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    block = visit(page)
    page.wait_for_load_state("networkidle")
    heavy = re.compile(r"assets/python-|_worker")
    assert not list(filter(heavy.search, loaded))
    block.press(block.slider())
    block.wait()
    assert list(filter(heavy.search, loaded))


def test_a_picture_is_read_off_by_keyboard(page: Page) -> None:
    block = visit(page)
    block.cursor.press("ArrowRight")
    block.cursor.press("ArrowRight")
    table = block.table()
    first, lru, *_ = table.values()
    expect(block.reading).to_contain_text(f"{first[2]}: LRU ")
    value = lru[2]
    assert isinstance(value, float)
    expect(block.reading).to_contain_text(f"LRU {value:.4g} ·")
    expect(block.cursor).to_have_attribute(
        "aria-valuetext", f"{next(iter(table))} {first[2]}"
    )


@pytest.mark.parametrize("lab", labs())
def test_each_slider_has_its_name(page: Page, lab: str) -> None:
    block = visit(page, lab)
    for knob in block.knobs:
        if knob.low is not None:
            expect(block.control(knob)).to_have_accessible_name(knob.label)


def test_the_defaults_hand_the_focus_to_the_first_knob(page: Page) -> None:
    block = visit(page)
    block.press(block.slider())
    block.defaults.press("Enter")
    expect(block.root.locator("input, select").first).to_be_focused()
    expect(block.defaults).to_be_hidden()


def test_a_picture_is_read_off_by_pointer(page: Page) -> None:
    block = visit(page)
    block.picture.hover()
    expect(block.reading).not_to_be_empty()
    box = block.root.locator("figure").bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.93 * box["width"], box["y"] + 100)
    first = next(iter(block.table().values()))
    expect(block.reading).to_contain_text(f"{first[-1]}: ")


@pytest.mark.parametrize("asked", ["9", "much", ""])
def test_an_address_that_asks_for_the_impossible_is_told_so(
    page: Page, asked: str
) -> None:
    block = visit(page, query=f"?{SKEW}={asked}")
    expect(block.status).to_have_text(
        f"The address asks for Skew {asked}, which is not a number from 0 to "
        "1.4: the default is shown."
    )
    expect(block.control(block.slider())).to_have_value("0.9")


def test_the_picture_follows_edited_code_and_reset(page: Page) -> None:
    block = visit(page)
    before = block.table()
    block.open()
    code = (SNIPPETS / LAB).read_text("utf-8")
    block.code.edit(code.replace("KEYS = 1_000", "KEYS = 600"))
    block.press(block.slider(), "ArrowLeft")
    block.press(block.slider(), "ArrowRight")
    block.wait()
    edited = block.table()
    assert edited != before
    expect(block.caption).to_be_hidden()
    block.code.reset_button.click()
    block.wait()
    assert same(block.table(), before)
    expect(block.caption).to_be_visible()


def test_an_error_is_shown_and_the_next_setting_mends_it(page: Page) -> None:
    block = with_code(
        page, SLOW.replace("while skew == 1:", "if skew == 1: 1 / 0\n    if 0:")
    )
    block.press(block.slider())
    block.wait()
    expect(block.status).to_contain_text("ZeroDivisionError")
    expect(block.status).to_contain_text("line 9")
    block.press(block.slider())
    block.wait()
    expect(block.status).to_be_empty()
    assert block.table() == {"x": [1, 2], "y": [1.1, 27]}


def test_what_is_returned_must_be_a_table(page: Page) -> None:
    block = with_code(page, SLOW.replace('{"x": [1, 2], ', '{"x": [1], '))
    block.press(block.slider(), "ArrowLeft")
    block.wait()
    expect(block.status).to_contain_text(
        "ValueError: the columns have different lengths: {'x': 1, 'y': 2}"
    )


def test_a_run_that_is_stale_is_interrupted(page: Page) -> None:
    block = with_code(page, SLOW)
    block.press(block.slider())  # runs for ever
    expect(block.root).to_have_attribute("aria-busy", "true")
    block.press(block.slider())
    block.wait()
    assert block.table() == {"x": [1, 2], "y": [1.1, 27]}


def test_a_seed_that_is_no_number_is_not_run(page: Page) -> None:
    block = visit(page)
    seed = next(knob for knob in block.knobs if knob.name == "seed")
    block.control(seed).fill("")
    assert "?" not in page.url
    block.control(seed).fill("28")
    block.wait()
    assert page.url.endswith("?hit_ratio.seed=28")
    assert same(block.table(), simulated(LAB, seed=28))


def test_without_scripts_settings_picture_and_numbers_are_there(
    browser: Browser, base_url: str
) -> None:
    page = browser.new_page(java_script_enabled=False, base_url=base_url)
    block = visit(page)
    expect(block.root.locator(".lab-settings")).to_have_text(
        re.compile("^Policy: LRU *Skew: 0.9 *Moving: 0 ranks per 1,000 *Seed")
    )
    expect(block.picture).to_be_visible()
    expect(block.caption).to_be_visible()
    assert list(block.root.locator("details").all())
    page.close()


def test_steps_are_followed_one_by_one(page: Page) -> None:
    lab = next(
        lab
        for lab in labs()
        if not is_drawn(read_table((SNIPPETS / lab).with_suffix(".csv")))
    )
    block = visit(page, lab)
    rows = block.root.locator("[data-lab-table] tbody tr")
    count = rows.count()
    assert count > 2
    later = block.root.locator("tr.lab-later")
    expect(later).to_have_count(0)
    block.cursor.press("Home")
    expect(later).to_have_count(count - 1)
    expect(rows.first).to_have_class("lab-now")
    block.root.get_by_role("button", name=f"Next {lab}").click()
    expect(rows.nth(1)).to_have_class("lab-now")
    expect(block.cursor).to_have_attribute(
        "aria-valuetext", re.compile(rf"^2 of {count}\. ")
    )
    block.root.get_by_role("button", name=f"Back {lab}").click()
    expect(later).to_have_count(count - 1)
