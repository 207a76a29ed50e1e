"""The misconceptions, one module at a time."""

import re

from playwright.sync_api import Locator, Page, expect

PAGE = "/review/misconceptions/"
CACHING = "write-through-consistent"


def module(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Show").get_by_label(name)


def shown(page: Page) -> Locator:
    return page.locator("[data-misconception]").filter(visible=True)


def test_the_keyboard_chooses_a_module_and_the_address_keeps_it(
    page: Page,
) -> None:
    page.goto(PAGE)
    total = page.locator("[data-misconception]").count()
    expect(shown(page)).to_have_count(total)
    module(page, "All").focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(module(page, "Caching")).to_be_checked()
    expect(page).to_have_url(re.compile(r"\?module=caching$"))
    expect(page.locator(f"#{CACHING}")).to_be_visible()
    number = shown(page).count()
    assert 0 < number < total
    assert module(page, f"Caching {number}").count() == 1
    page.reload()
    expect(module(page, "Caching")).to_be_checked()
    expect(shown(page)).to_have_count(number)
    module(page, "All").check()
    expect(page).to_have_url(re.compile(f"{PAGE}$"))
    expect(shown(page)).to_have_count(total)


def test_a_link_to_one_that_is_hidden_shows_all(page: Page) -> None:
    page.goto(f"{PAGE}?module=networking#{CACHING}")
    expect(module(page, "All")).to_be_checked()
    expect(page.locator(f"#{CACHING}")).to_be_in_viewport()


def test_an_unknown_module_shows_all(page: Page) -> None:
    page.goto(f"{PAGE}?module=cooking")
    expect(module(page, "All")).to_be_checked()
    expect(page.locator(f"#{CACHING}")).to_be_visible()


def test_coming_back_is_to_the_link_that_was_followed(page: Page) -> None:
    for query in ("", "?module=caching"):
        page.goto(f"{PAGE}{query}")
        link = (
            page.locator(".misconception-about a").filter(visible=True).nth(5)
        )
        link.focus()
        page.keyboard.press("Enter")
        expect(page).not_to_have_url(re.compile("misconceptions"))
        page.go_back()
        expect(module(page, "Caching")).to_be_visible()
        expect(link).to_be_in_viewport()


def test_on_paper_there_is_nothing_to_choose(page: Page) -> None:
    page.goto(f"{PAGE}?module=caching")
    expect(module(page, "Caching")).to_be_checked()
    page.emulate_media(media="print")
    expect(page.locator(".misconception-filter")).to_be_hidden()
    expect(page.locator(f"#{CACHING}")).to_be_visible()
