"""How Python starts: when, from what, and what one run leaves to the next."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.browser.run_block import (
    OTHER,
    PAGE,
    SNIPPET,
    RunBlock,
    published,
)
from tests.paths import SNIPPETS

pytestmark = pytest.mark.first_visit

ENGINE = re.compile(r"/assets/(python-|runner/python_worker-)")
# Resolves to the bytes of the snapshot that the site has stored, 0 if none.
STORED = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.endsWith("/snapshot")) continue;
      return (await (await cache.match(request)).blob()).size;
    }
  }
  return 0;
}"""
SPOIL = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.endsWith("/snapshot")) continue;
      await cache.put(request, new Response("spoilt".repeat(1000)));
    }
  }
}"""


@pytest.fixture
def engine_requests(context: BrowserContext) -> list[str]:
    """The addresses of the engine's files, as they are asked for."""
    asked: list[str] = []

    def on_request(request: Request) -> None:
        if ENGINE.search(request.url):
            asked.append(request.url.rpartition("/")[2])

    context.on("request", on_request)
    return asked


def stored_snapshot(page: Page) -> int:
    """The size of the stored snapshot, once there is one."""
    for _ in range(100):
        if size := int(page.evaluate(STORED)):
            return size
        page.wait_for_timeout(100)
    raise AssertionError("no snapshot was stored within ten seconds")


def test_a_page_fetches_nothing_before_a_reader_shows_intent(
    page: Page, engine_requests: list[str]
) -> None:
    page.goto(PAGE, wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    page.wait_for_load_state("networkidle")
    assert not engine_requests
    with page.expect_request(re.compile(r"pyodide\.asm\.wasm")):
        RunBlock(page, SNIPPET).run_button.hover()


def test_a_reader_who_saves_data_is_spared_until_the_click(
    page: Page, engine_requests: list[str]
) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', "
        "{ value: { saveData: true } })"
    )
    page.goto(PAGE, wait_until="networkidle")
    block = RunBlock(page, SNIPPET)
    block.run_button.hover()
    block.run_button.focus()
    page.wait_for_load_state("networkidle")
    assert not engine_requests
    assert block.run()


def test_the_first_run_shows_how_much_is_loaded(page: Page) -> None:
    held: list[Route] = []
    page.route("**/stdlib.zip.gz", lambda route: held.append(route))
    page.goto(PAGE)
    block = RunBlock(page, SNIPPET)
    block.run_button.click()
    expect(block.label).to_have_text(
        re.compile(r"^Loading Python: \d+\.\d of \d+\.\d MB$")
    )
    bar = block.root.get_by_role("progressbar", name="Loading Python")
    expect(bar).to_be_visible()
    for route in held:
        route.continue_()
    block.wait()
    expect(bar).to_be_hidden()
    expect(block.label).to_have_text(re.compile(r"^Your run · \d"))


def test_a_later_page_starts_from_the_snapshot_of_an_earlier_one(
    page: Page, context: BrowserContext, engine_requests: list[str]
) -> None:
    page.goto(PAGE)
    printed = RunBlock(page, SNIPPET).run()
    assert "stdlib.zip.gz" in engine_requests
    assert stored_snapshot(page) > 10_000_000
    engine_requests.clear()
    later = context.new_page()
    later.goto(PAGE)
    assert RunBlock(later, SNIPPET).run() == printed
    assert "stdlib.zip.gz" not in engine_requests


def test_a_snapshot_that_does_not_start_is_made_anew(
    page: Page, context: BrowserContext
) -> None:
    page.goto(PAGE)
    printed = RunBlock(page, SNIPPET).run()
    size = stored_snapshot(page)
    page.evaluate(SPOIL)
    assert page.evaluate(STORED) == 6000
    # Pyodide logs why it could not start, so not with the page that forbids it.
    later = context.new_page()
    later.goto(PAGE)
    assert RunBlock(later, SNIPPET).run() == printed
    assert stored_snapshot(later) >= size // 2


def test_chance_differs_between_runs(page: Page) -> None:
    block = published(
        page,
        "import random, uuid, secrets\n"
        "print(random.random(), uuid.uuid4(), secrets.token_hex())",
    )
    runs = [block.run().split() for _ in range(3)]
    for column in zip(*runs, strict=True):
        assert len(set(column)) == 3


def test_time_passes_in_a_run_from_a_snapshot(page: Page) -> None:
    block = published(
        page,
        "import asyncio, time\nstart = time.monotonic()\ntime.sleep(0.2)\n"
        "async def rest(): await asyncio.sleep(0.2)\nasyncio.run(rest())\n"
        "print(0.4 <= time.monotonic() - start)",
    )
    assert block.run() == "True\n"
    assert block.run() == "True\n"


def test_two_blocks_that_run_at_once_mix_neither_output_nor_state(
    page: Page,
) -> None:
    block = published(
        page,
        "import builtins, time\nbuiltins.len = None\n"
        "for n in range(20):\n    print('mine', flush=True)\n"
        "    time.sleep(0.1)",
    )
    other = RunBlock(page, OTHER)
    block.run_button.click()
    expect(block.output).to_contain_text("mine")
    recorded = (SNIPPETS / OTHER).with_suffix(".out").read_text("utf-8")
    # By a key: each line that comes moves the button away from a pointer.
    other.run_button.press("Enter")
    other.wait()
    assert other.output.text_content() == recorded
    block.wait()
    assert block.output.text_content() == "mine\n" * 20


def test_both_streams_are_in_order_and_told_apart(page: Page) -> None:
    block = published(
        page,
        "import sys\nprint('one')\nprint('two', file=sys.stderr)\n"
        "print('three')",
    )
    assert block.run() == "one\ntwo\nthree\n"
    streams = block.output.locator("span").evaluate_all(
        "(spans) => spans.map((s) => [s.className, s.textContent])"
    )
    assert streams == [
        ["stdout", "one\n"],
        ["stderr", "two\n"],
        ["stdout", "three\n"],
    ]


def test_colours_of_a_terminal_and_broken_characters_do_no_harm(
    page: Page,
) -> None:
    block = published(
        page,
        "import sys\nprint('\\x1b[31mred\\x1b[0m')\n"
        "sys.stdout.buffer.write(b'a\\xff\\xfeb\\n')",
    )
    assert block.run() == "red\na��b\n"


def test_what_the_last_expression_draws_is_shown_without_its_scripts(
    context: BrowserContext,
) -> None:
    # The policy logs the script that it stops, so not with the page that
    # forbids it.
    page = context.new_page()
    block = published(
        page,
        "class Bar:\n    def _repr_svg_(self):\n"
        '        return (\'<svg viewBox="0 0 9 9" onload="document.title=1">\''
        "'<script>document.title=1</script>'"
        '\'<rect width="9" height="4"/></svg>\')\n'
        "print('drawn')\nBar()",
    )
    title = page.title()
    block.run_button.click()
    block.wait()
    expect(block.output.locator("svg rect")).to_be_visible()
    assert block.output.locator("script, [onload]").count() == 0
    assert page.title() == title
