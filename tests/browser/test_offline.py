"""The site without a network, and from one version to the next.

The server is really shut down, and the site is below a folder of its address.
"""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hooks import offline
from tests.browser.conftest import Handler
from tests.browser.run_block import RunBlock
from tests.paths import ROOT, SITE, SNIPPETS, pages

EVICTION = "caching/eviction/"
LRU = "caching/lru_cache.py"
HOME = "load_balancing/power_of_two_choices.py"

PATIENCE_SECONDS = 60


class Server:
    """Serves a folder, until it is stopped or told to hang."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.answers = Event()
        self.answers.set()
        outer = self

        class Recording(Handler):
            def do_GET(self) -> None:  # noqa: N802
                outer.asked.append(self.path)
                outer.answers.wait()
                super().do_GET()

        handler = partial(Recording, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/guide/"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()

    def stop(self) -> None:
        self.answers.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The server's folder, with the site below it."""
    (tmp_path / "guide").symlink_to(SITE)
    shutil.copy(SITE / "404.html", tmp_path)
    return tmp_path


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = Server(root)
    yield server
    server.stop()


@pytest.fixture
def reader(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A browser that allows what other tests block: the service worker."""
    with browser.new_context(base_url=server.url) as context:
        context.set_default_timeout(20_000)
        yield context


def visit(reader: BrowserContext, path: str = "") -> Page:
    """A page, once the site is kept."""
    page = reader.new_page()
    page.goto(path)
    wait_until_kept(page)
    return page


def wait_until_kept(page: Page) -> None:
    page.wait_for_function("() => navigator.serviceWorker.controller")


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for a state that only a promise tells, which Playwright cannot."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def cached(page: Page) -> set[str]:
    """The cache's entries, below the site's home, with their hash if any."""
    found = page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            found.push(...(await cache.keys()).map(({ url }) => url));
          }
          return found;
        }"""
    )
    return {url.partition("/guide/")[2] for url in found}


def engine(language: str = "python") -> set[str]:
    """The files of its folder that the language needs without a network."""
    [folder] = (SITE / "assets").glob(f"{language}-*")
    names = {file.name for file in folder.iterdir()}
    if language == "python":
        names |= {"snapshot", "stdlib"}  # made by a start
    return {f"assets/{folder.name}/{name}" for name in names}


def prints_what_is_recorded(page: Page, snippet: str) -> bool:
    recorded = (SNIPPETS / snippet).with_suffix(".out").read_text("utf-8")
    return RunBlock(page, snippet).run() == recorded


def test_after_one_visit_all_pages_and_search_need_no_network(
    reader: BrowserContext, server: Server
) -> None:
    page = visit(reader)
    server.stop()
    page.reload()
    for path in pages():
        answer = page.goto(path)
        assert answer
        assert answer.status == 200
        expect(page.locator("article h1")).to_be_visible()
    page.goto("caching/eviction")
    assert page.url == server.url + EVICTION
    page.goto("")
    page.get_by_role("textbox", name="Search").press_sequentially("eviction")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/caching/eviction/"))


def test_without_network_an_unknown_address_gets_the_404_page(
    reader: BrowserContext, server: Server
) -> None:
    page = visit(reader)
    server.stop()
    answer = page.goto("caching/no-such-page/")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "There is no page at this address"
    )


def test_nothing_of_an_engine_is_fetched_before_it_is_used(
    reader: BrowserContext, server: Server
) -> None:
    page = visit(reader)
    entries = cached(page)
    assert set(pages()) <= {
        re.sub(r"(^|/)$", r"\1index.html", entry.partition("?")[0])
        for entry in entries
    }
    of_engine = re.compile(r"/(python|postgres)-|postgres_worker")
    assert not list(filter(of_engine.search, server.asked))
    assert not list(filter(of_engine.search, entries))


@pytest.mark.parametrize("first", ["before", "after"])
def test_after_one_run_every_program_runs_without_network(
    reader: BrowserContext, server: Server, first: str
) -> None:
    page = reader.new_page()
    page.goto("")
    if first == "after":
        wait_until_kept(page)
    assert prints_what_is_recorded(page, HOME)
    wait_until(lambda: engine() <= cached(page))
    server.stop()
    page.goto(EVICTION)
    assert prints_what_is_recorded(page, LRU)


def test_after_one_run_sql_runs_without_network(
    reader: BrowserContext, server: Server
) -> None:
    page = reader.new_page()
    page.goto("databases/")
    assert prints_what_is_recorded(page, "databases/joins.sql")
    [worker] = (SITE / "assets" / "runner").glob("postgres_worker-*")
    needed = engine("postgres") | {f"assets/runner/{worker.name}"}
    wait_until(lambda: needed <= cached(page))
    server.stop()
    page.reload()
    assert prints_what_is_recorded(page, "databases/unique_index.sql")


def test_a_network_that_does_not_answer_is_not_waited_for(
    reader: BrowserContext, server: Server
) -> None:
    page = visit(reader)
    server.answers.clear()
    page.goto(EVICTION)
    expect(page.locator("article h1")).to_be_visible()


def new_version(folder: Path) -> None:
    """Another version of the site: its home page, its runner, its Python."""
    shutil.copytree(SITE, folder)
    assets = folder / "assets"
    [entry] = (assets / "runner").glob("page-*.js")
    [python] = assets.glob("python-*")
    names = {
        entry.name: "page-NEWENTRY.js",
        python.name: "python-00000000",
    }
    entry.rename(entry.with_name(names[entry.name]))
    python.rename(python.with_name(names[python.name]))

    def rename(file: Path) -> None:
        text = file.read_text("utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        file.write_text(text, "utf-8")

    for file in [*folder.rglob("*.html"), *(assets / "runner").iterdir()]:
        rename(file)
    home = folder / "index.html"
    home.write_text(re.sub(r"(<h1[^>]*>)", r"\1New: ", home.read_text("utf-8")))
    offline.write(folder)
    rename(folder / "offline.js")


def test_a_new_version_replaces_the_old_one_and_its_files(
    reader: BrowserContext, server: Server, root: Path
) -> None:
    page = visit(reader)
    assert prints_what_is_recorded(page, HOME)
    wait_until(lambda: engine() <= cached(page))
    (root / "guide").unlink()
    new_version(root / "guide")

    page.reload()
    expect(page.locator("h1")).to_contain_text("New: ")
    wait_until(lambda: not engine() & cached(page))
    entries = cached(page)
    assert "assets/runner/page-NEWENTRY.js" in entries
    assert len([entry for entry in entries if entry.startswith("?")]) == 1

    server.stop()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.reload()
    expect(page.locator("h1")).to_contain_text("New: ")
    expect(RunBlock(page, HOME).run_button).to_be_visible()
    assert not failed


def test_an_open_page_keeps_the_files_of_its_version(
    reader: BrowserContext, root: Path
) -> None:
    old = visit(reader)
    assert prints_what_is_recorded(old, HOME)
    wait_until(lambda: engine() <= cached(old))
    (root / "guide").unlink()
    new_version(root / "guide")

    new = reader.new_page()
    new.goto("")
    expect(new.locator("h1")).to_contain_text("New: ")
    wait_until(
        lambda: new.evaluate(
            """async () => {
              const { waiting } = await navigator.serviceWorker.ready;
              return waiting !== null;
            }"""
        )
    )
    assert "assets/runner/page-NEWENTRY.js" in cached(new)
    assert engine() <= cached(old)
    assert prints_what_is_recorded(old, HOME)
    assert prints_what_is_recorded(new, HOME)


@pytest.mark.parametrize(
    "denied",
    [
        "CacheStorage.prototype.open = () => { throw new Error('denied'); };",
        "delete Navigator.prototype.serviceWorker;",
        "ServiceWorkerContainer.prototype.register = async () => {"
        " throw new Error('denied'); };",
    ],
    ids=["cache", "no service worker", "service worker"],
)
def test_a_browser_that_keeps_nothing_runs_all_the_same(
    reader: BrowserContext, denied: str
) -> None:
    page = reader.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(denied)
    page.goto("")
    assert prints_what_is_recorded(page, HOME)
    page.reload()
    assert prints_what_is_recorded(page, HOME)
    assert not errors


@pytest.mark.parametrize("full", ["from the start", "later"])
def test_a_full_browser_runs_all_the_same(
    reader: BrowserContext, server: Server, full: str
) -> None:
    page = reader.new_page()
    if full == "later":
        page.goto("")
        wait_until_kept(page)
    reader.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin",
        {"origin": server.url.removesuffix("/guide/"), "quotaSize": 1},
    )
    page.goto(EVICTION)
    assert prints_what_is_recorded(page, LRU)
    assert not [entry for entry in cached(page) if "/python-" in entry]


def test_make_serve_leaves_no_service_worker(
    reader: BrowserContext, root: Path
) -> None:
    page = visit(reader)
    (root / "guide").unlink()
    shutil.copytree(SITE, root / "guide")
    runner = root / "guide" / "assets" / "runner"
    built = subprocess.run(
        ["node", "runner/build.js", "serve", "build", runner],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    home = root / "guide" / "index.html"
    name = json.loads(built.stdout)["page"]
    home.write_text(re.sub(r"page-\w+\.js", name, home.read_text("utf-8")))
    page.reload()
    wait_until(
        lambda: page.evaluate(
            """async () =>
              (await navigator.serviceWorker.getRegistrations()).length === 0"""
        )
    )
