"""Every page in Chromium: readable by all, and what it shows works."""

import gzip
import re
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from tests.browser.exercise_block import ExerciseBlock
from tests.browser.run_block import PAGE, RunBlock, shown
from tests.browser.spare import REMEMBER, Spare
from tests.browser.test_accessibility import violations
from tests.paths import SITE, SNIPPETS, pages

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
# A lab's code is closed at first.
OPEN_LABS = """() => {
    for (const part of document.querySelectorAll(".lab-more")) part.open = true;
}"""
PACKAGES = re.compile(
    r"^\s*(?:from|import) (?:redis|fakeredis|annotated)", re.M
)
YOURS = re.compile(r"^Your (?:run|check) · \d")


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


# One visit for all, and after the first block one worker for those that need
# no package: to start Python costs more than to run a snippet.
@pytest.mark.parametrize("path", sorted(shown("run") | shown("exercise")))
def test_every_block_prints_what_is_recorded_and_every_solution_passes(
    page: Page, path: str
) -> None:
    page.add_init_script(REMEMBER)
    page.goto(f"/{path}")
    page.evaluate(OPEN_LABS)
    spare = Spare(page)
    by_hand, plain = apart(shown("run").get(path, []))
    for snippet in by_hand:
        block = RunBlock(page, snippet)
        recorded = published(block)
        assert block.run() == recorded
        expect(block.label).to_contain_text(YOURS)
    for snippet in plain:
        block = RunBlock(page, snippet)
        spare.wait()
        code = block.code.text_content() or ""
        assert spare.run(code, snippet) == published(block)
    for number, name in enumerate(shown("exercise").get(path, [])):
        exercise = ExerciseBlock(page, name)
        assert exercise.code.first.text_content() == exercise.files.starter
        if number and not PACKAGES.search(exercise.files.shown):
            spare.wait()
            check = exercise.root.locator("[data-exercise-check] code")
            verdicts = spare.check(
                exercise.files.shown,
                f"{name}/solution.py",
                check.text_content() or "",
            )
            assert set(verdicts) == {"passed"}, name
            continue
        exercise.edit(exercise.files.shown)
        assert re.fullmatch(r"All \d+ tests passed", exercise.check()), name
        assert not exercise.failures()
        expect(exercise.label).to_contain_text(YOURS)


def apart(names: list[str]) -> tuple[list[str], list[str]]:
    """Those to run by the page's own buttons, and those to run by a spare.

    The last one by hand leaves a spare for Python.
    """
    python = [name for name in names if name.endswith(".py")]
    alone = [
        name
        for name in python
        if not PACKAGES.search((SNIPPETS / name).read_text("utf-8"))
    ]
    by_hand = [name for name in names if name not in alone[1:]]
    by_hand.sort(key=lambda name: name in alone)
    return by_hand, alone[1:]


def published(block: RunBlock) -> str:
    """What the page shows that its snippet prints, as it was recorded."""
    file = SNIPPETS / block.snippet
    recorded = file.with_suffix(".out").read_text("utf-8")
    assert block.output.text_content() == recorded
    assert block.code.text_content() == file.read_text("utf-8")
    return recorded
