"""A host like GitHub Pages, as slow as the connection that is simulated.

What it sends is compressed and may be cached for ten minutes.
"""

import gzip
import mimetypes
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# Of 16 KiB at once, so that connections share the line fairly.
CHUNK = 1 << 14
# What GitHub Pages sends as it is.
PACKED = {".gz", ".zip", ".whl", ".png", ".woff2"}

mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")


class Line:
    """A connection's bandwidth, shared by all requests; counts what passes."""

    def __init__(self) -> None:
        self.bytes_per_second = float("inf")
        self.round_trip = 0.0  # seconds
        self.sent: Counter[str] = Counter()
        self._free_at = 0.0
        self._lock = threading.Lock()

    def throttle(self, megabits: float) -> None:
        """So many Mbit/s and 30 ms a round trip; 0 for no limit."""
        self.bytes_per_second = megabits * 1e6 / 8 or float("inf")
        self.round_trip = 0.03 if megabits else 0

    def take(self, path: str, size: int) -> None:
        """Wait until `size` bytes have passed."""
        with self._lock:
            self.sent[path] += size
            start = max(self._free_at, time.monotonic())
            self._free_at = start + size / self.bytes_per_second
            until = self._free_at
        time.sleep(max(0.0, until - time.monotonic()))


@cache
def body(file: Path) -> tuple[bytes, bool]:
    """What is sent of the file, and whether it is compressed."""
    content = file.read_bytes()
    if file.suffix in PACKED:
        return content, False
    return gzip.compress(content, 9), True


@contextmanager
def serve(roots: dict[str, Path], line: Line) -> Iterator[str]:
    """Serve each folder below its prefix; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            path += "index.html" if path.endswith("/") else ""
            files = [
                root / path.removeprefix(prefix)
                for prefix, root in roots.items()
                if path.startswith(prefix)
            ]
            file = next((file for file in files if file.is_file()), None)
            time.sleep(line.round_trip)
            if file is None:
                self.send_error(404)
                return
            content, compressed = body(file)
            kind = mimetypes.guess_type(file.name)[0]
            self.send_response(200)
            self.send_header("Content-Type", kind or "application/octet-stream")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            for start in range(0, len(content), CHUNK):
                piece = content[start : start + CHUNK]
                line.take(path, len(piece))
                try:
                    self.wfile.write(piece)
                except ConnectionError:
                    return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            """A browser that ends cuts its connections."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
