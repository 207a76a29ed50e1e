"""The pages in Chromium: with and without scripts, narrow and wide."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.paths import SNIPPETS

EVICTION = "/caching/eviction/"
LRU = "caching/lru_cache.py"


def test_without_scripts_code_and_output_are_there(
    browser: Browser, base_url: str
) -> None:
    with browser.new_context(
        java_script_enabled=False, base_url=base_url
    ) as context:
        page = context.new_page()
        page.goto(EVICTION)
        block = page.get_by_role("group", name=f"Snippet {LRU}", exact=True)
        text = (SNIPPETS / LRU).read_text()
        output = (SNIPPETS / LRU).with_suffix(".out").read_text()
        expect(block.locator("[data-run-code]")).to_contain_text(text)
        expect(block.locator("[data-run-output]")).to_have_text(output)
        expect(block.get_by_role("button")).to_have_count(0)


def test_an_unknown_address_gets_the_sites_own_404_page(
    browser: Browser, base_url: str
) -> None:
    # Its errors are meant, so not with the `page` that forbids them.
    with browser.new_context(base_url=base_url) as context:
        page = context.new_page()
        answer = page.goto("/caching/no-such-page/")
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "There is no page at this address"
        )


def test_search_loads_its_index_when_asked_and_finds_a_page(
    page: Page,
) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("/", wait_until="networkidle")
    box = page.get_by_role("textbox", name="Search")
    box.focus()
    result = page.locator(".md-search-result")
    expect(result).to_contain_text("Type to start searching")
    assert not re.search("docs.json", " ".join(loaded))
    with page.expect_response("**/search/docs.json"):
        box.press_sequentially("eviction", delay=10)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/caching/eviction/"))


def test_a_search_without_a_network_tries_again(
    context: BrowserContext,
) -> None:
    # The failed request is an error, so not with the `page` that forbids it.
    page = context.new_page()
    page.route("**/search/docs.json", lambda route: route.abort())
    page.goto("/", wait_until="networkidle")
    box = page.get_by_role("textbox", name="Search")
    box.press_sequentially("evict")
    expect(page.locator(".md-search-result")).to_contain_text("No matching")
    page.unroute("**/search/docs.json")
    box.press_sequentially("ion")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/caching/eviction/"))


def test_the_palette_can_be_changed(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/")
    body = page.locator("body")
    for name, scheme in [("light", "default"), ("dark", "slate")]:
        page.get_by_title(f"Switch to {name} mode").locator(
            "visible=true"
        ).click()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)


def test_paper_stays_white_whatever_the_palette(page: Page) -> None:
    page.goto("/caching/sheet/")
    colors = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, media="print")
        colors.append(
            page.evaluate(
                "() => ['h2 a', 'p code', 'blockquote', '.run-head'].map("
                "name => getComputedStyle(document.querySelector("
                "'article ' + name))).flatMap("
                "style => [style.color, style.backgroundColor])"
            )
        )
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", "slate"
    )
    assert colors[0] == colors[1]


def test_focus_that_goes_up_stops_below_the_header(page: Page) -> None:
    page.goto(EVICTION)
    page.locator(".footnote a").last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        top, bottom, header = page.evaluate(
            "() => { const focus = document.activeElement"
            ".getBoundingClientRect(); return [focus.top, focus.bottom,"
            " document.querySelector('.md-header')"
            ".getBoundingClientRect().bottom]; }"
        )
        # What is longer than the screen begins above it.
        assert top >= header or bottom - top > 400


def test_a_diagram_is_drawn_by_the_sites_own_copy_when_it_is_near(
    page: Page,
) -> None:
    page.goto(EVICTION, wait_until="networkidle")
    diagram = page.locator(".mermaid").first
    source = page.locator("pre.mermaid")
    expect(source).not_to_have_count(0)  # far below what is on the screen
    diagram.scroll_into_view_if_needed()
    # The theme draws into a closed shadow root, so only its box is seen.
    drawn = page.locator("div.mermaid").first
    expect(drawn).to_be_visible()
    box = drawn.bounding_box()
    assert box
    assert box["height"] > 100


def test_a_diagram_is_drawn_before_the_page_is_printed(page: Page) -> None:
    page.goto(EVICTION, wait_until="networkidle")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("pre.mermaid")).to_have_count(0)


def test_a_section_offers_to_report_an_error_in_it(page: Page) -> None:
    page.goto(EVICTION)
    whole = page.get_by_role("link", name="Report an error here")
    heading = page.locator("article h2").first
    link = heading.get_by_title("Report an error in this section")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    section = heading.get_attribute("id")
    [in_page], [in_section] = (
        parse_qs(urlsplit(str(place.get_attribute("href"))).query)["page"]
        for place in (whole, link)
    )
    assert in_section == f"{in_page}#{section}"
