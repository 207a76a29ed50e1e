"""Problem details: one format for errors, told apart by a type, not a text.

Time: O(content) per request. Space: O(content).
Source: RFC 9457 §3, https://www.rfc-editor.org/rfc/rfc9457#section-3
"""

import json
from typing import Any

type Answer = tuple[str, str, str]  # status, media type, content
INVALID = "https://example.com/problems/invalid-note"
RULES = {"title": (str, "a text"), "tags": (list, "a list")}


def problem(status: str, **members: object) -> Answer:
    """An answer that says what is wrong; without a type, its status does."""
    number, title = status.split(" ", 1)
    told = {"type": "about:blank", "title": title, "status": int(number)}
    return status, "application/problem+json", json.dumps(told | members)


def post_note(media_type: str, content: str) -> Answer:
    """Create a note, if the request can be read, and says one."""
    if media_type != "application/json":
        return problem("415 Unsupported Media Type")
    try:
        note = json.loads(content)
    except json.JSONDecodeError as error:
        where = f"no JSON from character {error.pos} on"
        return problem("400 Bad Request", detail=where)
    given = note if isinstance(note, dict) else {}
    errors = [
        {"pointer": f"#/{name}", "detail": f"must be {what}"}
        for name, (kind, what) in RULES.items()
        if not isinstance(given.get(name), kind)
    ]
    if not errors:
        return "201 Created", "application/json", content
    what = {"type": INVALID, "title": "The note breaks a rule"}
    return problem("422 Unprocessable Content", **what, errors=errors)


def shown(status: str, media_type: str, content: str) -> str:
    """What a client makes of it: it knows one type, and a way for others."""
    if media_type != "application/problem+json":
        return status
    told: dict[str, Any] = json.loads(content)
    if told.get("type") != INVALID:
        return f"{told.get('title', status)}, {told.get('detail', 'no detail')}"
    return ", ".join(f"{e['pointer']} {e['detail']}" for e in told["errors"])


if __name__ == "__main__":
    unnamed = post_note("application/json", '{title: "milk"}')
    invalid = post_note("application/json", '{"title": 7, "tags": "home"}')
    proxy = "502 Bad Gateway", "text/html", "<h1>Bad Gateway</h1>"
    for answer in (post_note("text/plain", "milk"), unnamed, invalid, proxy):
        print(f"{answer[0]}\n  shown: {shown(*answer)}")
    print(json.dumps(json.loads(invalid[2]), indent=1))
