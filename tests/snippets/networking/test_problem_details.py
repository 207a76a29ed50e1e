import json

import pytest

from snippets.networking.problem_details import (
    INVALID,
    post_note,
    problem,
    shown,
)


@pytest.mark.parametrize(
    ("media_type", "content", "status"),
    [
        ("application/json", '{"title": "milk", "tags": []}', "201 Created"),
        ("text/plain", "milk", "415 Unsupported Media Type"),
        ("application/json", "", "400 Bad Request"),
        ("application/json", '{email: "new"}', "400 Bad Request"),
        ("application/json", "{'title': 1}", "400 Bad Request"),
        ("application/json", "{}", "422 Unprocessable Content"),
        ("application/json", "[]", "422 Unprocessable Content"),
        ("application/json", "null", "422 Unprocessable Content"),
    ],
)
def test_what_is_wrong_decides_the_status(
    media_type: str, content: str, status: str
) -> None:
    assert post_note(media_type, content)[0] == status


def test_a_problem_says_the_status_that_it_is_sent_with() -> None:
    status, media_type, content = problem("409 Conflict", detail="twice")
    assert media_type == "application/problem+json"
    assert json.loads(content) == {
        "type": "about:blank",
        "title": "Conflict",
        "status": 409,
        "detail": "twice",
    }
    assert status == "409 Conflict"


def test_all_errors_of_a_note_are_told_at_once_and_where_they_are() -> None:
    _, _, content = post_note("application/json", '{"title": 7, "tags": 1}')
    problem = json.loads(content)
    assert problem["type"] == INVALID
    pointers = [error["pointer"] for error in problem["errors"]]
    assert pointers == ["#/title", "#/tags"]


def test_a_client_copes_with_a_type_that_it_does_not_know() -> None:
    answer = problem("403 Forbidden", type="https://example.com/problems/new")
    assert shown(*answer) == "Forbidden, no detail"


def test_a_client_ignores_members_that_it_does_not_know() -> None:
    answer = problem("403 Forbidden", detail="no", balance=30)
    assert shown(*answer) == "Forbidden, no"


def test_an_error_of_somebody_between_is_no_problem_document() -> None:
    assert shown("502 Bad Gateway", "text/html", "<h1>") == "502 Bad Gateway"
