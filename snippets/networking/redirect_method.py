"""Redirect: whether a POST arrives as a POST at the new address.

Time: O(redirects). Space: O(redirects).
Source: RFC 9110 §15.4, https://www.rfc-editor.org/rfc/rfc9110#section-15.4
"""

import urllib.request as http
from email.message import Message
from io import BytesIO
from urllib.error import HTTPError
from urllib.response import addinfourl


def next_method(status: int, method: str) -> str:
    """The method with which a browser goes on (Fetch, HTTP-redirect fetch)."""
    if status in (301, 302) and method == "POST":
        return "GET"  # permitted, as clients have always done it
    if status == 303 and method not in ("GET", "HEAD"):
        return "GET"  # demanded: the result is found there
    return method  # 307 and 308 permit nothing else


class Moved(http.BaseHandler):
    """A server in memory: /orders has moved to /v2/orders."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.seen: list[str] = []

    def http_open(self, request: http.Request) -> addinfourl:
        """The answer, as if it had come over a network."""
        asked = f"{request.get_method()} {request.selector}"
        self.seen.append(f"{asked}, body {request.data or b''!r}")
        fields = Message()
        fields["Location"] = "/v2/orders"
        status = self.status if request.selector == "/orders" else 200
        answer = addinfourl(BytesIO(), fields, request.full_url, status)
        answer.msg = "the phrase"  # type: ignore[attr-defined]
        return answer


def post(status: int) -> list[str]:
    """What the server sees when urllib posts an order, and how it ends."""
    opener, server = http.OpenerDirector(), Moved(status)
    opener.add_handler(server)
    opener.add_handler(http.HTTPErrorProcessor())
    opener.add_handler(http.HTTPRedirectHandler())
    try:
        answer = opener.open("http://shop.example/orders", b"seat=12")
        return [*server.seen, f"then {answer.status}"]
    except HTTPError as error:
        return [*server.seen, f"error {error.code}"]


if __name__ == "__main__":
    for status in [301, 302, 303, 307, 308]:
        print(f"{status}: a browser goes on with {next_method(status, 'POST')}")
        print("     urllib:", "; ".join(post(status)[1:]))
