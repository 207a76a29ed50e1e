from urllib.request import HTTPRedirectHandler, Request

import pytest

from snippets.networking.redirect_method import next_method, post


@pytest.mark.parametrize(
    ("status", "method", "then"),
    [
        (301, "POST", "GET"),
        (302, "POST", "GET"),
        (301, "PUT", "PUT"),
        (302, "DELETE", "DELETE"),
        (303, "POST", "GET"),
        (303, "PUT", "GET"),
        (303, "DELETE", "GET"),
        (303, "HEAD", "HEAD"),
    ],
)
def test_a_browser_goes_on_with(status: int, method: str, then: str) -> None:
    assert next_method(status, method) == then


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [307, 308])
def test_307_and_308_keep_the_method(status: int, method: str) -> None:
    assert next_method(status, method) == method


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_get_stays_a_get(status: int) -> None:
    assert next_method(status, "GET") == "GET"


@pytest.mark.parametrize("status", [301, 302, 303])
def test_urllib_loses_the_order_and_reports_success(status: int) -> None:
    assert post(status) == [
        "POST /orders, body b'seat=12'",
        "GET /v2/orders, body b''",
        "then 200",
    ]


@pytest.mark.parametrize("status", [307, 308])
def test_urllib_sends_no_post_again_by_itself(status: int) -> None:
    assert post(status) == ["POST /orders, body b'seat=12'", f"error {status}"]


def test_the_new_request_has_no_content_type() -> None:
    old = Request(
        "http://shop.example/orders",
        b"seat=12",
        {"Content-Type": "text/plain", "Accept": "text/html"},
    )
    new = HTTPRedirectHandler().redirect_request(
        old,
        None,  # type: ignore[arg-type]
        302,
        "",
        {},  # type: ignore[arg-type]
        "http://shop.example/v2/orders",
    )
    assert new
    assert new.headers == {"Accept": "text/html"}
