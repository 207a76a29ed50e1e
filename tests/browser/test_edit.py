"""Edit, in Chromium on the built site."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.run_block import PAGE, SNIPPET, RunBlock, published
from tests.paths import SITE


def test_nothing_of_the_editor_is_fetched_before_edit(
    page: Page, base_url: str
) -> None:
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url))

    def editor_fetched() -> bool:
        scripts = [url for url in fetched if re.search(r"runner/.+\.js$", url)]
        assert scripts
        return any(
            "cm-content"
            in (SITE / url.removeprefix(f"{base_url}/")).read_text()
            for url in scripts
        )

    page.goto(PAGE, wait_until="networkidle")
    block = RunBlock(page, SNIPPET)
    block.edit_button.hover()
    block.run()
    assert not editor_fetched()
    block.edit_button.click()
    expect(block.editor).to_be_focused()
    assert editor_fetched()


def test_run_executes_what_is_in_the_editor(page: Page) -> None:
    block = published(page, "print('published')\n")
    block.edit("for name in ['ada', 'bob']:\n    print(name)")
    assert block.run() == "ada\nbob\n"


def test_control_enter_runs_and_leaves_the_code_as_it_is(page: Page) -> None:
    block = published(page, "print('published')\n")
    block.edit("print('edited')")
    block.editor.press("Control+Enter")
    block.wait()
    expect(block.output).to_have_text("edited")
    assert block.edited() == "print('edited')"


def test_tab_indents_and_escape_then_tab_leaves(page: Page) -> None:
    block = published(page, "print('ada')\n")
    block.edit_button.click()
    block.editor.press("Tab")
    expect(block.editor).to_be_focused()
    assert block.edited() == "    print('ada')"
    block.editor.press("Escape")
    block.editor.press("Tab")
    expect(block.keys_button).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(block.editor).to_be_focused()
    block.editor.press("Escape")
    block.editor.press("Shift+Tab")
    expect(block.run_button).to_be_focused()


def test_any_key_after_escape_makes_tab_indent_again(page: Page) -> None:
    block = published(page, "x = 1\n")
    block.edit_button.click()
    for key in ("Escape", "End", "Tab"):
        block.editor.press(key)
    expect(block.editor).to_be_focused()
    assert block.edited() == "    x = 1"


def test_edits_survive_a_reload_and_wait_for_the_reader(page: Page) -> None:
    block = published(page, "print('published')\n")
    block.edit("print('edited')")
    page.reload()
    expect(block.notice).to_contain_text("You edited this snippet.")
    expect(block.code).to_have_text("print('published')")
    assert block.run() == "published\n"
    block.reset_button.click()
    block.button("Continue editing").click()
    expect(block.editor).to_be_focused()
    expect(block.notice).to_be_empty()
    assert block.edited() == "print('edited')"
    assert block.run() == "edited\n"


def test_kept_edits_can_be_discarded(page: Page) -> None:
    block = published(page, "print('published')\n")
    block.edit("print('edited')")
    page.reload()
    block.button("Discard edits").click()
    expect(block.notice).to_be_empty()
    expect(block.edit_button).to_be_focused()
    page.reload()
    expect(block.edit_button).to_be_visible()
    expect(block.notice).to_be_empty()


def test_reset_forgets_the_edits_unless_it_is_undone(page: Page) -> None:
    block = published(page, "print('published')\n")
    recorded = block.output.text_content()
    block.edit("print('edited')")
    block.run()
    block.reset_button.click()
    expect(block.edit_button).to_be_focused()
    expect(block.code).to_have_text("print('published')")
    expect(block.editor).to_have_count(0)
    expect(block.reset_button).to_be_hidden()
    assert block.output.text_content() == recorded
    block.button("Undo").click()
    expect(block.editor).to_be_focused()
    assert block.edited() == "print('edited')"
    block.reset_button.click()
    page.reload()
    expect(block.edit_button).to_be_visible()
    expect(block.notice).to_be_empty()


def test_edits_are_set_aside_when_the_snippet_has_changed(page: Page) -> None:
    block = published(page, "print('old')\n")
    block.edit("print('mine')")
    block = published(page, "print('new')\n")
    expect(block.notice).to_contain_text("This snippet has changed")
    assert block.run() == "new\n"
    block.edit("print('newer')")
    block.button("Open edits").click()
    expect(block.editor).to_have_text("print('mine')")
    # What was there instead is not lost either.
    block.button("Open edits").click()
    expect(block.editor).to_have_text("print('newer')")
    block.button("Discard edits").click()
    expect(block.editor).to_be_focused()
    expect(block.notice).to_be_empty()
    page.reload()
    expect(block.notice).to_contain_text("You edited this snippet.")


def test_what_changed_is_shown_against_the_published_code(page: Page) -> None:
    block = published(page, "capacity = 3\nprint(capacity)\n")
    block.edit_button.click()
    expect(block.editor).to_be_focused()
    expect(block.compare_button).to_be_hidden()
    block.editor.fill("capacity = 4\nprint(capacity)")
    block.compare_button.click()
    expect(block.compare_button).to_have_attribute("aria-pressed", "true")
    removed = block.root.locator(".cm-deletedLine")
    added = block.root.locator(".cm-changedLine")
    expect(removed).to_have_text(["capacity = 3"])
    expect(added).to_have_text(["capacity = 4"])
    block.compare_button.click()
    expect(removed).to_have_count(0)
    expect(added).to_have_count(0)
    block.editor.fill("capacity = 3\nprint(capacity)")
    expect(block.compare_button).to_be_hidden()


def test_copy_takes_what_is_shown(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block = published(page, "print('published')\n")

    def copied() -> str:
        block.copy_button.click()
        expect(block.button("Copied")).to_be_visible()
        return str(page.evaluate("() => navigator.clipboard.readText()"))

    assert copied() == "print('published')"
    block.edit("print('edited')")
    assert copied() == "print('edited')"


def test_the_line_at_which_a_run_failed_is_marked(page: Page) -> None:
    block = published(page, "print('published')\n")
    marked = block.root.locator(".run-error-line")
    block.edit("def divide(a, b):\n    return a / b\n\n\ndivide(1, 0)")
    block.run()
    expect(marked).to_have_text("    return a / b")
    block.editor.fill("x = (1,")
    block.run()
    expect(marked).to_have_text("x = (1,")
    block.editor.fill("x = (1,)")
    block.run()
    expect(marked).to_have_count(0)


def test_denied_storage_only_means_that_edits_are_not_kept(page: Page) -> None:
    # The theme keeps the palette there, and does not expect to be denied it.
    page.add_init_script(
        """for (const name of ["getItem", "setItem", "removeItem"]) {
            const ordinary = Storage.prototype[name];
            Storage.prototype[name] = function (key, ...rest) {
                if (key.startsWith("edits/")) throw new DOMException(name);
                return ordinary.call(this, key, ...rest);
            };
        }"""
    )
    block = published(page, "print('published')\n")
    block.edit("print('edited')")
    assert block.run() == "edited\n"
    block.reset_button.click()
    block.button("Undo").click()
    expect(block.editor).to_have_text("print('edited')")
    page.reload()
    expect(block.edit_button).to_be_visible()
    expect(block.notice).to_be_empty()


def test_an_editor_that_does_not_load_is_told(
    context: BrowserContext,
) -> None:
    # The failed request is an error, so not with the `page` that forbids it.
    page = context.new_page()
    block = published(page, "print('published')\n")
    page.route("**/chunk-*.js", lambda route: route.abort())
    block.edit_button.click()
    expect(block.notice).to_contain_text("The editor did not load")
    page.unroute("**/chunk-*.js")
    block.edit_button.click()
    expect(block.editor).to_be_focused()
    expect(block.notice).to_be_empty()


@pytest.mark.parametrize(
    "snippet", ["caching/capacity_zero.py", "caching/eviction_comparison.py"]
)
def test_the_editor_looks_as_the_published_code(
    page: Page, snippet: str
) -> None:
    looks = """(element) => {
        const found = [];
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            const { color, fontFamily, fontSize } =
                getComputedStyle(parentElement);
            for (const character of data.replace(/\\s/g, ""))
                found.push([character, color, fontFamily, fontSize]);
        }
        return found;
    }"""
    # The editor draws only what is in view.
    page.set_viewport_size({"width": 1280, "height": 3000})
    page.goto(PAGE)
    block = RunBlock(page, snippet)
    published = block.code.evaluate(looks)
    before = block.code.bounding_box()
    block.edit_button.click()
    expect(block.editor).to_be_focused()
    after = block.root.locator(".cm-editor").bounding_box()
    assert before
    assert after
    assert after["height"] == before["height"]
    assert block.editor.evaluate(looks) == published


def test_sql_has_colours_of_its_own(page: Page) -> None:
    def replace(html: str) -> str:
        return html.replace(f'data-run="{SNIPPET}"', 'data-run="a.sql"')

    page.route(
        PAGE,
        lambda route: route.fulfill(
            body=replace(route.fetch().text()), content_type="text/html"
        ),
    )
    page.goto(PAGE)
    block = page.locator("[data-run='a.sql']")
    block.get_by_role("button", name="Edit a.sql").click()
    block.get_by_role("textbox").fill("SELECT 1 -- all of it")
    expect(block.locator(".cm-line .k")).to_have_text("SELECT")
    expect(block.locator(".cm-line .c")).to_have_text("-- all of it")


def test_keys_are_listed_while_editing(page: Page) -> None:
    block = published(page, "print('published')\n")
    expect(block.keys_button).to_have_count(0)
    block.edit_button.click()
    expect(block.keys_button).to_have_attribute("aria-expanded", "false")
    block.keys_button.click()
    expect(block.keys_button).to_have_attribute("aria-expanded", "true")
    expect(block.root.locator(".run-keys")).to_contain_text(
        re.compile(r"Leave the editor\s*Escape then Tab")
    )


def test_editing_fits_into_360_pixels(page: Page) -> None:
    def fits() -> None:
        for button in block.root.get_by_role("button").all():
            box = button.bounding_box()
            assert box
            assert 0 <= box["x"] <= 360 - box["width"]
        width = "() => document.documentElement.scrollWidth"
        assert page.evaluate(width) == 360

    page.set_viewport_size({"width": 360, "height": 740})
    block = published(page, "print('published')\n")
    block.edit(f"x = {'1' * 200}")
    block.keys_button.click()
    block.compare_button.click()
    expect(block.root.locator(".cm-changedLine")).to_be_visible()
    fits()
    page.reload()
    expect(block.notice).to_contain_text("You edited this snippet.")
    fits()
