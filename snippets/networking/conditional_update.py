"""Conditional update: a change only of the version that its author has seen.

Time: O(length of the note) per request. Space: the same.
Source: RFC 9110 §13.1.1, RFC 6585 §3,
https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
"""

import sqlite3
from collections.abc import Callable
from io import BytesIO
from typing import Any

type App = Callable[[dict[str, Any], Callable[..., Any]], list[bytes]]
WRITE = """UPDATE note SET text = ?, version = version + 1
    WHERE ? IN ('"' || version || '"', '*')"""


def note_api(*, strict: bool) -> App:
    """A WSGI application with one note; `strict` demands If-Match of a PUT."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE note (version INT, text TEXT)")
    db.execute("INSERT INTO note VALUES (1, 'milk')")

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        status, content = "200 OK", environ["wsgi.input"].read().decode()
        seen = environ.get("HTTP_IF_MATCH", "" if strict else "*")
        if environ["REQUEST_METHOD"] == "PUT":
            status = "204 No Content"
            if not seen:
                status = "428 Precondition Required"
            elif not db.execute(WRITE, [content, seen]).rowcount:
                status = "412 Precondition Failed"
        version, text = db.execute("SELECT version, text FROM note").fetchone()
        start(status, [("ETag", f'"{version}"')] if status[0] == "2" else [])
        return [text.encode() if status == "200 OK" else b""]

    return app


def call(app: App, method: str, content: str = "", **fields: str) -> list[str]:
    """Status, entity tag and content of the answer, without a network."""
    head: list[Any] = []
    sent = {"REQUEST_METHOD": method, "wsgi.input": BytesIO(content.encode())}
    body = app(sent | fields, lambda *given: head.extend(given))
    return [head[0], dict(head[1]).get("ETag", ""), body[0].decode()]


if __name__ == "__main__":
    for strict in (False, True):
        print("with If-Match" if strict else "without If-Match")
        app = note_api(strict=strict)
        _, tag, text = call(app, "GET")  # ada and bob have read the same
        match = {"HTTP_IF_MATCH": tag} if strict else {}
        print("  ada:", call(app, "PUT", f"{text}, eggs", **match)[0])
        print("  bob:", call(app, "PUT", f"{text}, tea", **match)[0])
        print("  the note:", call(app, "GET")[2])
    print("  bob, who leaves it out:", call(app, "PUT", "tea")[0])
    _, tag, text = call(app, "GET")
    again = call(app, "PUT", f"{text}, tea", HTTP_IF_MATCH=tag)[0]
    print("  bob, who reads again:", again, "-", call(app, "GET")[2])
