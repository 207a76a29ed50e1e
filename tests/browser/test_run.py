"""Run, in Chromium on the built site."""

import re

from playwright.sync_api import Page, expect

from tests.browser.run_block import (
    PAGE,
    SNIPPET,
    RunBlock,
    published,
)


def test_reset_shows_the_recorded_output_again(page: Page) -> None:
    block = published(page, "print('something else')")
    recorded = block.output.text_content()
    expect(block.reset_button).to_be_hidden()
    assert block.run() == "something else\n"
    block.reset_button.click()
    assert block.output.text_content() == recorded
    expect(block.label).to_have_text("Output")
    expect(block.reset_button).to_be_hidden()


def test_output_is_shown_while_the_program_still_runs(page: Page) -> None:
    block = published(
        page,
        "import time\nprint('first', end='', flush=True)\n"
        "end = time.monotonic() + 3\n"
        "while time.monotonic() < end: pass\nprint(' second')",
    )
    block.run_button.click()
    expect(block.output).to_have_text("first")
    expect(block.output).to_have_attribute("aria-busy", "true")
    block.wait()
    expect(block.output).to_have_text("first second")


def test_an_error_shows_the_readers_frames_only(page: Page) -> None:
    block = published(
        page, "def divide(a, b):\n    return a / b\ndivide(1, 0)\n"
    )
    printed = block.run()
    assert printed.startswith("Traceback (most recent call last):\n")
    assert printed.endswith("ZeroDivisionError: division by zero\n")
    assert re.findall(r'File "(.+)", line (\d+)', printed) == [
        (SNIPPET, "3"),
        (SNIPPET, "2"),
    ]
    assert "    return a / b\n" in printed
    expect(block.label).to_contain_text(re.compile(r"^Your run failed · \d"))
    expect(block.run_button).to_be_enabled()


def test_a_syntax_error_names_its_line(page: Page) -> None:
    printed = published(page, "x = 1\nif x\n    pass\n").run()
    assert f'File "{SNIPPET}", line 2' in printed
    assert "SyntaxError" in printed


def test_every_run_has_a_fresh_namespace(page: Page) -> None:
    block = published(
        page,
        "print('seen' in globals())\nseen = True\n"
        "import __main__\nprint(__main__.seen)\n",
    )
    assert block.run() == "False\nTrue\n"
    assert block.run() == "False\nTrue\n"


def test_html_that_is_printed_is_text(page: Page) -> None:
    html = "<img src=x onerror='document.title=1'><script>1</script>"
    block = published(page, f"print({html!r})")
    assert block.run() == f"{html}\n"
    assert block.output.locator("img, script").count() == 0


def test_a_character_written_in_two_pieces_is_one(page: Page) -> None:
    block = published(
        page,
        "import sys\nout = sys.stdout.buffer\n"
        "for byte in 'é→😀\\n'.encode():\n"
        "    out.write(bytes([byte])); out.flush()\n",
    )
    assert block.run() == "é→😀\n"


def test_a_package_that_the_site_holds_is_loaded_by_its_import(
    page: Page,
) -> None:
    block = published(
        page,
        "import fakeredis\nclient = fakeredis.FakeRedis()\n"
        "client.set('user:17', 'ada')\nprint(client.get('user:17'))\n",
    )
    assert block.run() == "b'ada'\n"


def test_works_by_keyboard(page: Page) -> None:
    page.goto(PAGE)
    block = RunBlock(page, SNIPPET)
    block.run_button.focus()
    page.keyboard.press("Enter")
    block.wait()
    expect(block.label).to_contain_text(re.compile(r"^Your run · \d"))


def test_code_can_neither_ask_elsewhere_nor_see_the_page(page: Page) -> None:
    block = published(
        page,
        "import js\n"
        "for name in 'document window fetch XMLHttpRequest WebSocket Worker '"
        "'indexedDB caches navigator importScripts postMessage'.split():\n"
        "    if hasattr(js, name): print(name)\n"
        "print('sealed')",
    )
    assert block.run() == "sealed\n"


def test_asyncio_runs_until_its_tasks_are_done(page: Page) -> None:
    block = published(
        page,
        "import asyncio\nasync def tell(name, seconds):\n"
        "    await asyncio.sleep(seconds)\n    print(name)\n"
        "async def main():\n"
        "    await asyncio.gather(tell('late', 0.2), tell('early', 0.1))\n"
        "asyncio.run(main())\nprint('end')\nasyncio.run(main())",
    )
    assert block.run() == "early\nlate\nend\nearly\nlate\n"


def test_waiting_for_what_cannot_happen_is_an_error(page: Page) -> None:
    block = published(
        page,
        "import asyncio\nasync def main():\n"
        "    await asyncio.Event().wait()\nasyncio.run(main())",
    )
    assert block.run().endswith(
        "RuntimeError: the program waits for what cannot happen\n"
    )
