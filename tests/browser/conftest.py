"""The built site, served on loopback to a real browser."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
)

from tests import programs
from tests.paths import SITE

# A busy machine may be slow; what ends earlier is not waited for.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


class Handler(SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: its own 404 page, no special headers."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Keep quiet."""

    def handle(self) -> None:
        """Let a page that is left in the middle of a download go."""
        try:
            super().handle()
        except ConnectionError:
            return

    def send_error(self, code: int, *_: str | None) -> None:
        """Answer with the site's 404 page."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """Where the site is served; ends with the tests."""
    handler = partial(Handler, directory=str(SITE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Chromium as the system has it."""
    chromium = programs.find(programs.BROWSER)
    if chromium is None:
        pytest.skip(programs.remedy(programs.BROWSER))
    return {"executable_path": chromium, "args": programs.CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(
    browser_context_args: dict[str, Any],
) -> dict[str, Any]:
    """Without the service worker: what it fetches is no test's own request."""
    return browser_context_args | {"service_workers": "block"}


@pytest.fixture(scope="session")
def returning(
    browser: Browser, browser_context_args: dict[str, Any], base_url: str
) -> Iterator[BrowserContext]:
    """A browser that holds the snapshot from which Python starts at once."""
    args = browser_context_args | {"base_url": base_url}
    with browser.new_context(**args) as context:
        yield context


@pytest.fixture
def context(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, Any],
    base_url: str,
) -> Iterator[BrowserContext]:
    """A browser without edits or progress; see the mark `first_visit`."""
    if request.node.get_closest_marker("first_visit"):
        args = browser_context_args | {"base_url": base_url}
        with browser.new_context(**args) as context:
            yield context
        return
    context = request.getfixturevalue("returning")
    yield context
    for page in context.pages:
        page.close()
    context.clear_permissions()
    context.new_cdp_session(page := context.new_page()).send(
        "Storage.clearDataForOrigin",
        {"origin": base_url, "storageTypes": "local_storage"},
    )
    page.close()


@pytest.fixture
def page(context: BrowserContext, base_url: str) -> Iterator[Page]:
    """A page that must ask nothing of elsewhere and log no error."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    elsewhere: set[str] = set()
    own = (f"{base_url}/", "blob:", "data:")

    def on_request(request: Request) -> None:
        if not request.url.startswith(own):
            elsewhere.add(request.url)

    def on_request_failed(request: Request) -> None:
        if request.failure == "csp":  # the policy held it back
            elsewhere.discard(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.text} ({message.location['url']})")

    context.on("request", on_request)
    context.on("requestfailed", on_request_failed)
    page.on("console", on_console)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    context.remove_listener("request", on_request)
    context.remove_listener("requestfailed", on_request_failed)
    assert not errors
    assert not elsewhere
