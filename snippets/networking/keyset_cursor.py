"""Cursor: the server's bookmark in a list, which a client only hands back.

Time: O(log n + page) per page, with an index. Space: O(page).
Source: RFC 8288 §3, https://www.rfc-editor.org/rfc/rfc8288#section-3
"""

import json
import re
import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs

TITLES = "milk eggs plan tea oil rye jam".split()
PAGE = 3
SQL = """SELECT day, id, title FROM notes WHERE (day, id) < (?, ?)
    ORDER BY day DESC, id DESC LIMIT ?"""
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, day INT, title TEXT)")
rows = [(number // 4, title) for number, title in enumerate(TITLES)]
db.executemany("INSERT INTO notes (day, title) VALUES (?, ?)", rows)


def api(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """One page; in `Link` the address of the next, if there is one."""
    query = parse_qs(environ["QUERY_STRING"])
    try:
        cursor = query.get("after", ["WzFlOSwwXQ=="])[0]  # [1e9,0]: the top
        day, number = json.loads(urlsafe_b64decode(cursor))
        found = db.execute(SQL, [day, number, PAGE + 1]).fetchall()
    except (ValueError, TypeError, OverflowError, sqlite3.Error):
        start("400 Bad Request", [])
        return [b"no such cursor"]
    fields = []
    if len(found) > PAGE:
        last = json.dumps(found[PAGE - 1][:2]).encode()
        address = f"/notes?after={urlsafe_b64encode(last).decode()}"
        fields = [("Link", f'<{address}>; rel="next"')]
    start("200 OK", fields)
    return [" ".join(title for *_, title in found[:PAGE]).encode()]


def pages(target: str) -> Iterator[str]:
    """Each page in turn, by a client that knows nothing but `next`."""
    while target:
        head: list[Any] = []
        environ = {"QUERY_STRING": target.partition("?")[2]}
        body = api(environ, lambda *given, head=head: head.extend(given))
        yield f"{target}\n  {head[0]}: {body[0].decode()}"
        links = re.findall('<(.*?)>; rel="next"', str(head[1]))
        target = links[0] if links else ""


if __name__ == "__main__":
    for first in ("/notes", "/notes?after=7"):
        for page in pages(first):
            print(page)
