import re
from dataclasses import replace
from http import HTTPStatus
from itertools import product

import pytest

from snippets.networking.status_choice import ETAG, Request, choose
from tests.paths import ROOT

PAGE = ROOT / "docs" / "networking" / "http.md"
ROW = re.compile(r"^\| (\d{3}) ([^|]+?) \|", re.MULTILINE)
# What RFC 9110 calls them; Python does since 3.13
RENAMED = {
    413: "Content Too Large",
    416: "Range Not Satisfiable",
    422: "Unprocessable Content",
}


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({}, 204, ""),
        ({"method": "GET", "if_match": "", "content": ""}, 200, ""),
        ({"left": "none"}, 429, "Retry-After"),
        ({"client": "203.0.113.9"}, 403, ""),
        ({"path": "/notes/2"}, 404, ""),
        ({"path": "/v1/notes/1"}, 410, ""),
        ({"method": "DELETE"}, 405, "Allow"),
        ({"bearer": ""}, 401, "WWW-Authenticate"),
        ({"bearer": "expired"}, 401, "WWW-Authenticate"),
        ({"bearer": "t2"}, 403, ""),
        ({"media": "text/plain"}, 415, "Accept"),
        ({"if_match": ""}, 428, ""),
        ({"if_match": '"v6"'}, 412, ""),
        ({"content": '{"text'}, 400, ""),
        ({"content": '{"txt":"tea"}'}, 422, ""),
    ],
)
def test_each_refusal_has_its_status_and_its_field(
    change: dict[str, str], status: int, field: str
) -> None:
    answered, said = choose(replace(Request(), **change))
    assert (answered, said.partition(":")[0]) == (status, field)


def test_whatever_else_is_wrong_a_status_brings_what_it_needs() -> None:
    needed = {401: "WWW-Authenticate", 405: "Allow", 429: "Retry-After"}
    seen = set()
    for method, path, client, left, token, tag in product(
        ["GET", "HEAD", "PUT", "POST"],
        ["/notes/1", "/v1/notes/1", "/"],
        ["198.51.100.7", "203.0.113.1"],
        ["5 requests", "none"],
        ["t1", "t2", "", "expired"],
        [ETAG, ""],
    ):
        request = Request(method, path, client, left, token, if_match=tag)
        status, field = choose(request)
        seen.add(status)
        assert field.partition(":")[0] == needed.get(status, "")
    assert seen == {200, 204, 401, 403, 404, 405, 410, 428, 429}


def test_403_needs_no_login_and_401_may_meet_one_that_was_valid() -> None:
    stranger = Request(client="203.0.113.9", bearer="")
    assert choose(stranger)[0] == 403
    assert choose(Request(bearer="expired"))[0] == 401


def test_allow_names_what_is_allowed() -> None:
    _, field = choose(Request(method="POST"))
    for method in field.removeprefix("Allow: ").split(", "):
        assert choose(Request(method=method))[0] < 300


def test_the_tables_of_the_page_call_each_code_by_its_name() -> None:
    rows = {int(code): name for code, name in ROW.findall(PAGE.read_text())}
    asked = """100 101 103 200 201 202 204 206 301 302 303 304 307 308 400 401
        403 404 405 408 409 410 412 413 415 421 422 425 428 429 431 451 500 502
        503 504"""
    assert sorted(rows) == [int(code) for code in asked.split()]
    for code, name in rows.items():
        assert name == RENAMED.get(code, HTTPStatus(code).phrase)
