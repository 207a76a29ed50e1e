"""Resource: a thing with a name, and methods that mean the same on each.

Time: O(1) per request. Space: O(n).
Source: RFC 9110 §9.3, §15, https://www.rfc-editor.org/rfc/rfc9110#section-9.3
"""

from collections.abc import Callable
from io import BytesIO
from itertools import count
from typing import Any

NOTES: dict[str, bytes] = {}
NUMBERS = count(1)
TEXT = {"Content-Type": "text/plain"}


def api(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Answers as WSGI asks: status and fields to `start`, then the body."""
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    content = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    name = path.removeprefix("/notes/")
    status, fields, body = "204 No Content", {}, b""
    match method, path == "/notes", name in NOTES:
        case "POST", True, _:
            name = next(str(n) for n in NUMBERS if str(n) not in NOTES)
            status, fields = "201 Created", {"Location": f"/notes/{name}"}
            NOTES[name] = content
        case ("GET" | "DELETE", False, False):
            status = "404 Not Found"
        case "GET", False, True:
            status, fields, body = "200 OK", TEXT, NOTES[name]
        case "PUT", False, replaced:
            status = status if replaced else "201 Created"
            NOTES[name] = content
        case "DELETE", False, True:
            del NOTES[name]
        case _, collection, _:
            allowed = "POST" if collection else "GET, PUT, DELETE"
            status, fields = "405 Method Not Allowed", {"Allow": allowed}
    start(status, list(fields.items()))
    return [body]


def call(method: str, path: str, content: str = "") -> list[str]:
    """Status, header fields and body of the answer, without a network."""
    sent, head = content.encode(), list[Any]()
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path}
    more = {"CONTENT_LENGTH": str(len(sent)), "wsgi.input": BytesIO(sent)}
    body = api(environ | more, lambda *given: head.extend(given))
    return [head[0], " ".join(map(": ".join, head[1])), body[0].decode()]


if __name__ == "__main__":
    for line in (
        "POST /notes milk, GET /notes/1, GET /notes/7, POST /notes/1, "
        "PUT /notes/shop tea, PUT /notes/shop oil, PUT /notes/shop oil, "
        "DELETE /notes/1, DELETE /notes/1"
    ).split(", "):
        answer = "  ".join(filter(None, call(*line.split())))
        print(f"{line:20} {len(NOTES)} stored  {answer}")
