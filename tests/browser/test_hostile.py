"""Programs that would harm a lesser runner; after each the next Run works."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.run_block import OTHER, RunBlock, published
from tests.paths import SNIPPETS


def works_afterwards(page: Page) -> None:
    """Another block on the same page prints what is recorded."""
    recorded = (SNIPPETS / OTHER).with_suffix(".out").read_text("utf-8")
    block = RunBlock(page, OTHER)
    assert block.run() == recorded
    expect(block.label).to_have_text(re.compile(r"^Your run · \d"))


@pytest.mark.parametrize(
    ("program", "printed"),
    [
        ("import sys\nprint('before')\nsys.exit()", r"before\n"),
        ("import sys\nsys.exit('no disk')", r"SystemExit: no disk\n"),
        ("import os\nprint('before', flush=True)\nos._exit(3)", r"before\n"),
        ("def down(): down()\ndown()", r"Traceback[^$]*RecursionError: "),
        ("import builtins\nbuiltins.print = None\nbuiltins.len = None", ""),
        (
            "import sys\nfor name in list(sys.modules): del sys.modules[name]",
            "",
        ),
        ("import builtins\nbuiltins.__dict__.clear()", ""),
        ("import sys\nsys.stdout = sys.stderr = None\nprint('gone')", ""),
        ("import traceback\ntraceback.print_exception = None\n1 / 0", ""),
        ("import js\njs.self.close()", ""),
    ],
)
def test_after_it_the_next_run_works(
    page: Page, program: str, printed: str
) -> None:
    block = published(page, program)
    assert re.match(printed, block.run())
    works_afterwards(page)


def test_an_endless_loop_is_stopped_at_once(page: Page) -> None:
    block = published(page, "print('round', flush=True)\nwhile True:\n    pass")
    block.run_button.click()
    expect(block.output).to_have_text("round\n")
    expect(block.reset_button).to_be_hidden()
    block.stop_button.click()
    block.wait()
    expect(block.label).to_have_text("Your run was stopped")
    expect(block.run_button).to_be_focused()
    works_afterwards(page)


@pytest.mark.first_visit
def test_a_start_can_be_stopped(page: Page) -> None:
    block = published(page, "print('never')")
    block.run_button.click()
    block.stop_button.click()
    block.wait()
    expect(block.label).to_have_text("Your run was stopped")
    works_afterwards(page)


def test_a_million_lines_are_cut_and_the_rest_is_counted(page: Page) -> None:
    block = published(page, "for n in range(10**6): print(n)")
    printed = block.run()
    assert printed.startswith("0\n1\n2\n")
    # 6,888,890 characters in all, 100,000 of them shown.
    assert printed.endswith("Cut here: 6,788,890 characters more were written.")
    works_afterwards(page)


def test_one_line_of_ten_megabytes_is_cut(page: Page) -> None:
    printed = published(page, "print('x' * 10**7)").run()
    assert printed.startswith("xxx")
    assert printed.endswith("Cut here: 9,900,001 characters more were written.")
    works_afterwards(page)


def test_three_gigabytes_end_in_a_memory_error(page: Page) -> None:
    block = published(
        page, "held = []\nwhile True: held.append(bytearray(300_000_000))"
    )
    assert "MemoryError" in block.run()
    works_afterwards(page)


def test_a_broken_interpreter_is_told_in_a_sentence(
    context: BrowserContext,
) -> None:
    # It logs what broke, so not with the `page` that forbids it.
    page = context.new_page()
    block = published(page, "import ctypes\nctypes.string_at(0xFFFF_FFF0, 64)")
    block.run()
    expect(block.label).to_have_text(
        "Python stopped working; the next run starts it again"
    )
    works_afterwards(page)


def test_code_reaches_neither_the_page_nor_the_network_nor_what_is_stored(
    page: Page,
) -> None:
    block = published(
        page,
        "import js\n"
        "for name in 'document window parent fetch XMLHttpRequest WebSocket '"
        "'Worker SharedWorker EventSource WebTransport BroadcastChannel '"
        "'indexedDB caches navigator location importScripts postMessage '"
        "'Function Request'.split():\n"
        "    if hasattr(js, name): print(name)\n"
        "print('sealed')",
    )
    assert block.run() == "Function\nsealed\n"
    works_afterwards(page)


def test_code_cannot_make_code_for_the_worker(page: Page) -> None:
    block = published(
        page,
        "from pyodide.code import run_js\n"
        "try:\n    run_js('1 + 1')\n"
        "except Exception as error:\n    print(error.name)",
    )
    assert block.run() == "EvalError\n"


@pytest.mark.parametrize(
    ("program", "remedy"),
    [
        (
            "input('Your name? ')",
            "RuntimeError: a page cannot ask while it runs: assign the value "
            "in the code, as in name = 'ada'\n",
        ),
        (
            "import threading\nthreading.Thread(target=print).start()",
            "A page has no threads: use asyncio, or simulate the interleaving "
            "step by step.\n",
        ),
        (
            "import subprocess\nsubprocess.run(['ls'])",
            "A page cannot start other programs: call a function instead.\n",
        ),
        (
            "import socket\nsocket.create_connection(('127.0.0.1', 6379))",
            "A page has no sockets: pass bytes between two functions, or use "
            "fakeredis for a Redis.\n",
        ),
        (
            "open('orders.csv')",
            "A page sees no files of your machine: write the text into the "
            "code.\n",
        ),
        (
            "import numpy",
            "This site holds the standard library and annotated_types, "
            "fakeredis, redis, sortedcontainers.\n",
        ),
    ],
)
def test_what_a_browser_cannot_do_is_answered_by_what_to_do(
    page: Page, program: str, remedy: str
) -> None:
    assert published(page, program).run().endswith(remedy)
