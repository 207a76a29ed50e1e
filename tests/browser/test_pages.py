"""Every page in Chromium: light, and readable by all."""

import gzip
import re
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from tests.browser.run_block import PAGE
from tests.browser.test_accessibility import violations
from tests.paths import SITE, pages

# What a page asks for before a click: the theme's files and ours, compressed.
REQUESTS = 11
BYTES = 160_000
# Tokens are most of a page's elements; what they look like depends on their
# class alone, which a test beside this one judges.
WITHOUT_TOKENS = """() => {
    for (const code of document.querySelectorAll("code:has(span)")) {
        code.replaceChildren(code.textContent);
    }
}"""
ONE_OF_EACH = """(kinds) => {
    const code = document.querySelector("[data-run-code] code");
    code.replaceChildren(...kinds.flatMap((kind) => {
        const token = document.createElement("span");
        token.className = kind;
        token.textContent = kind;
        return [token, " "];
    }));
}"""


@pytest.mark.parametrize("path", pages())
def test_a_page_is_light_readable_by_all_and_never_scrolls_sideways(
    page: Page, path: str, base_url: str
) -> None:
    files = []
    page.on(
        "request",
        lambda request: files.append(request.url.removeprefix(f"{base_url}/")),
    )
    page.goto(f"/{path}", wait_until="networkidle")
    expect(page.locator("article h1")).to_be_visible()
    assert len(files) <= REQUESTS, files
    size = sum(map(compressed, files))
    assert size <= BYTES, f"{size} bytes: {sorted(files, key=compressed)}"
    # Drawn, a diagram's source is gone, which may scroll without a focus.
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("pre.mermaid")).to_have_count(0)
    # The theme makes code focusable once it has measured that it scrolls.
    page.evaluate("() => new Promise(requestIdleCallback)")
    page.evaluate(WITHOUT_TOKENS)
    assert not violations(page)
    darken(page)
    assert not violations(page, {"runOnly": ["color-contrast"]})
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


@cache
def compressed(file: str) -> int:
    """Bytes that a host sends of the site's file."""
    return len(gzip.compress((SITE / file).read_bytes()))


def test_each_kind_of_token_is_readable_in_both_palettes(page: Page) -> None:
    kinds = {
        kind
        for path in pages()
        for code in re.findall(
            "<code>(.*?)</code>", (SITE / path).read_text("utf-8"), re.DOTALL
        )
        for kind in re.findall('<span class="([a-z0-9]+)">', code)
    }
    assert {"k", "s2", "c1"} <= kinds
    page.goto(PAGE)
    page.evaluate(WITHOUT_TOKENS)
    page.evaluate(ONE_OF_EACH, sorted(kinds))
    assert not violations(page, {"runOnly": ["color-contrast"]})
    darken(page)
    assert not violations(page, {"runOnly": ["color-contrast"]})


def darken(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
