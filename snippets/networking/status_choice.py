"""Status choice: a refusal says what would be accepted instead.

Assumed: one order of checks among several; a note that is ada's alone.

Time: O(checks). Space: the same.
Source: RFC 9110 §11.6.1 and §15.5, RFC 6585 §3 and §4,
https://www.rfc-editor.org/rfc/rfc9110#section-15.5
"""

from dataclasses import dataclass, replace

USERS = {"t1": "ada", "t2": "bob"}  # by token, as long as it is valid
METHODS = ["GET", "HEAD", "PUT"]
ETAG, JSON = '"v7"', "application/json"


@dataclass(frozen=True, slots=True)
class Request:
    """What the server has read of a request."""

    method: str = "PUT"
    path: str = "/notes/1"
    client: str = "198.51.100.7"
    left: str = "5 requests"  # until this client has used up its minute
    bearer: str = "t1"  # the token of `Authorization: Bearer …`
    media: str = JSON
    content: str = '{"text":"tea"}'
    if_match: str = ETAG


def choose(r: Request) -> tuple[int, str]:
    """The status, and the field that says more, or ""; the first that holds."""
    checks = [
        (r.left == "none", 429, "Retry-After: 30"),
        (r.client.startswith("203.0.113."), 403, ""),  # whoever it is
        (r.path == "/v1/notes/1", 410, ""),
        (r.path != "/notes/1", 404, ""),
        (r.method not in METHODS, 405, f"Allow: {', '.join(METHODS)}"),
        (r.bearer not in USERS, 401, "WWW-Authenticate: Bearer"),
        (USERS.get(r.bearer) != "ada", 403, ""),
        (r.method != "PUT", 200, ""),
        (r.media != JSON, 415, f"Accept: {JSON}"),
        (not r.if_match, 428, ""),
        (r.if_match != ETAG, 412, ""),
        (not r.content.endswith("}"), 400, ""),  # stands in for a parser
        ('"text"' not in r.content, 422, ""),
        (True, 204, ""),
    ]
    return next((status, field) for holds, status, field in checks if holds)


if __name__ == "__main__":
    for change in """left=none client=203.0.113.9 bearer=expired bearer=t2
path=/notes/2 path=/v1/notes/1 method=DELETE media=text/plain if_match=
if_match="v6" content={"text content={"txt":"tea"} method=PUT""".split():
        name, _, value = change.partition("=")
        status, field = choose(replace(Request(), **{name: value}))
        print(f"{change:<22} {status}  {field}".rstrip())
