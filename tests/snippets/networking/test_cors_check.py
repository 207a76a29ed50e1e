import pytest

from snippets.networking.cors_check import (
    CREDENTIALS,
    ORIGIN,
    Fields,
    preflight,
    readable,
)

PAGE = "https://shop.example"


@pytest.mark.parametrize(
    ("method", "fields", "asks"),
    [
        ("GET", {}, False),
        ("HEAD", {"accept": "text/html"}, False),
        ("POST", {}, False),
        ("POST", {"content-type": "text/plain; charset=utf-8"}, False),
        ("POST", {"content-type": "Multipart/Form-Data; boundary=x"}, False),
        ("POST", {"content-type": "application/x-www-form-urlencoded"}, False),
        ("POST", {"content-type": "application/json"}, True),
        ("GET", {"content-type": "application/json"}, True),
        ("GET", {"authorization": "Bearer t1"}, True),
        ("GET", {"x-request-id": "1"}, True),
        ("POST", {"idempotency-key": '"1"'}, True),
        ("PUT", {}, True),
        ("PATCH", {}, True),
        ("DELETE", {}, True),
    ],
)
def test_a_browser_asks_before_what_a_form_could_not_send(
    method: str, fields: Fields, asks: bool
) -> None:
    assert preflight(method, fields) is asks


@pytest.mark.parametrize(
    ("answer", "without", "with_cookies"),
    [
        ({}, False, False),
        ({ORIGIN: "*"}, True, False),
        ({ORIGIN: "*", CREDENTIALS: "true"}, True, False),
        ({ORIGIN: PAGE}, True, False),
        ({ORIGIN: PAGE, CREDENTIALS: "true"}, True, True),
        ({ORIGIN: PAGE, CREDENTIALS: "True"}, True, False),
        ({ORIGIN: f"{PAGE}/"}, False, False),
        ({ORIGIN: "http://shop.example"}, False, False),
        ({ORIGIN: f"{PAGE}, https://b.example"}, False, False),
        ({ORIGIN: "https://*.example", CREDENTIALS: "true"}, False, False),
        ({CREDENTIALS: "true"}, False, False),
    ],
)
def test_a_page_may_read_what_names_its_origin(
    answer: Fields, without: bool, with_cookies: bool
) -> None:
    assert readable(PAGE, False, answer) is without
    assert readable(PAGE, True, answer) is with_cookies
