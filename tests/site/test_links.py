"""`make links` on a small site, and a host that answers as it is asked."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests import links

HEAD = '<!doctype html><title>A</title><link rel="{}" href="{}">\n'


class Host(BaseHTTPRequestHandler):
    """Answers `/403` with 403, and has no robots.txt."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        code = self.path[1:]
        self.send_response(int(code) if code.isdigit() else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def checked(site: Path, *addresses: str) -> int:
    """What the check says of a home page, and a page that links to these."""
    link = "<a href='{}'>said</a>\n".format
    own = "https://guide.example/"
    home = HEAD.format("canonical", own) + link("a/") + link(f"{own}gone/")
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text(home)
    page = HEAD.format("up", "../") + "".join(map(link, addresses))
    (site / "a" / "index.html").write_text(page)
    return links.check(site)


def test_dead_links_are_named_with_their_page(
    host: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    alive = [f"{host}/{code}" for code in (200, 403, 429)]
    assert checked(tmp_path / "alive", *alive) == 0
    assert checked(tmp_path / "dead", *alive, f"{host}/404") == 1
    said = capfd.readouterr().out
    assert f"Real URL   {host}/404" in said
    assert "/a/, line 5, col 1" in said
    assert said.count("Real URL") == 1
