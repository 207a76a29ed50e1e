from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import count
from wsgiref.handlers import SimpleHandler
from wsgiref.util import setup_testing_defaults

import pytest

from snippets.networking import resource_methods
from snippets.networking.resource_methods import NOTES, api, call


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    NOTES.clear()
    monkeypatch.setattr(resource_methods, "NUMBERS", count(1))
    yield
    NOTES.clear()


def test_post_creates_a_note_and_says_where_it_is() -> None:
    status, fields, _ = call("POST", "/notes", "milk")
    assert (status, fields) == ("201 Created", "Location: /notes/1")
    assert call("GET", "/notes/1")[2] == "milk"


def test_two_posts_create_two_notes() -> None:
    places = [call("POST", "/notes", "milk")[1] for _ in range(2)]
    assert places == ["Location: /notes/1", "Location: /notes/2"]


def test_post_takes_no_name_that_put_has_given() -> None:
    call("PUT", "/notes/1", "mine")
    assert call("POST", "/notes", "milk")[1] == "Location: /notes/2"
    assert call("GET", "/notes/1")[2] == "mine"


def test_put_creates_and_then_replaces() -> None:
    assert call("PUT", "/notes/shop", "tea")[0] == "201 Created"
    assert call("PUT", "/notes/shop", "oil")[0] == "204 No Content"
    assert call("GET", "/notes/shop")[2] == "oil"


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_an_idempotent_method_leaves_the_same_however_often(
    method: str,
) -> None:
    call("POST", "/notes", "milk")
    states = []
    for _ in range(3):
        call(method, "/notes/1", "tea")
        states.append(dict(NOTES))
    assert states[0] == states[1] == states[2]


def test_the_second_delete_has_another_answer_and_the_same_effect() -> None:
    call("POST", "/notes", "milk")
    answers = [call("DELETE", "/notes/1")[0] for _ in range(2)]
    assert answers == ["204 No Content", "404 Not Found"]


@pytest.mark.parametrize("content", ["", "0", "naïve"])
def test_any_content_comes_back(content: str) -> None:
    call("PUT", "/notes/shop", content)
    assert call("GET", "/notes/shop")[2] == content


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/notes/1", "GET, PUT, DELETE"),
        ("PATCH", "/notes/1", "GET, PUT, DELETE"),
        ("DELETE", "/notes", "POST"),
    ],
)
def test_405_says_what_is_allowed(method: str, path: str, allowed: str) -> None:
    status, fields, _ = call(method, path)
    assert (status, fields) == ("405 Method Not Allowed", f"Allow: {allowed}")


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_what_is_not_there_is_not_found(method: str) -> None:
    assert call(method, "/notes/7")[0] == "404 Not Found"


def test_a_wsgi_server_can_serve_it() -> None:
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": "/notes"}
    environ |= {"CONTENT_LENGTH": "4"}
    setup_testing_defaults(environ)
    sent = BytesIO()
    handler = SimpleHandler(BytesIO(b"milk"), sent, StringIO(), environ)
    handler.run(api)
    assert b"Location: /notes/1" in sent.getvalue()
    assert NOTES == {"1": b"milk"}
