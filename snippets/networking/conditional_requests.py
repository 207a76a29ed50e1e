"""Conditional request: an update says which version it is meant for.

Time: O(size of the note). Space: the same.
Source: RFC 9110 §13.1.1 and §13.1.2, RFC 6585 §3,
https://www.rfc-editor.org/rfc/rfc9110#section-13
"""

from hashlib import sha256
from io import BytesIO
from typing import Any


class Note:
    """A WSGI application that is one text; it may insist on If-Match."""

    def __init__(self, insists: bool) -> None:
        self.insists = insists
        self.text = b"milk"

    def __call__(self, asked: dict[str, Any], start: Any) -> list[bytes]:
        """Answer a GET, or a PUT of the whole text."""
        etag = f'"{sha256(self.text).hexdigest()[:6]}"'
        if asked["REQUEST_METHOD"] == "GET":
            same = asked.get("HTTP_IF_NONE_MATCH") == etag
            start("304 Not Modified" if same else "200 OK", [("ETag", etag)])
            return [] if same else [self.text]
        if self.insists and "HTTP_IF_MATCH" not in asked:
            start("428 Precondition Required", [])
        elif asked.get("HTTP_IF_MATCH", etag) != etag:
            start("412 Precondition Failed", [])
        else:
            self.text = asked["wsgi.input"].read()
            start("204 No Content", [])
        return []


def ask(note: Note, method: str, text: str = "", **fields: str) -> list[str]:
    """Status, body and entity tag of the answer, without a network."""
    head: list[Any] = []
    asked = {"REQUEST_METHOD": method, "wsgi.input": BytesIO(text.encode())}
    body = b"".join(note(asked | fields, lambda *given: head.extend(given)))
    return [head[0], body.decode(), dict(head[1]).get("ETag", "")]


if __name__ == "__main__":
    for insists in [False, True]:
        note = Note(insists)
        _, text, etag = ask(note, "GET")  # ada and bob have read the same
        seen = {"HTTP_IF_MATCH": etag} if insists else {}
        print("With If-Match" if insists else "Without")
        print("  ada:", ask(note, "PUT", f"{text}, tea", **seen)[0])
        print("  bob:", ask(note, "PUT", f"{text}, bread", **seen)[0])
        print("  the note:", ask(note, "GET")[1])
    _, text, etag = ask(note, "GET")
    print("  bob:", ask(note, "PUT", f"{text}, bread", HTTP_IF_MATCH=etag)[0])
    _, text, etag = ask(note, "GET")
    print("  the note:", text)
    print("  cyd:", ask(note, "PUT", "beer")[0])
    print("  ada:", ask(note, "GET", HTTP_IF_NONE_MATCH=etag)[0])
