import json
from typing import Any

import pytest

from snippets.networking.idempotent_methods import (
    Document,
    append_patch,
    merge_patch,
    serve,
)

ADA: Document = {"name": "ada", "tags": ["new"]}


def twice(method: str, path: str, **given: Any) -> tuple[list[int], bool]:
    """Both answers, and whether the second request changed nothing more."""
    state: Document = {"/users/17": ADA}
    first, once = serve(state, method, path, given), dict(state)
    second = serve(state, method, path, given)
    return [first, second], state == once


@pytest.mark.parametrize(
    ("method", "path", "statuses"),
    [
        ("GET", "/users/17", [200, 200]),
        ("GET", "/users/18", [404, 404]),
        ("PUT", "/users/17", [204, 204]),
        ("PUT", "/users/18", [201, 204]),
        ("DELETE", "/users/17", [204, 404]),
        ("DELETE", "/users/18", [404, 404]),
    ],
)
def test_the_effect_is_that_of_one_though_answers_differ(
    method: str, path: str, statuses: list[int]
) -> None:
    assert twice(method, path, body={"name": "bob"}) == (statuses, True)


def test_a_get_changes_nothing() -> None:
    state: Document = {"/users/17": ADA}
    serve(state, "GET", "/users/17", {})
    assert state == {"/users/17": ADA}


def test_a_put_replaces_all_of_it_and_creates_what_is_not_there() -> None:
    state: Document = {"/users/17": ADA}
    serve(state, "PUT", "/users/17", {"body": {"name": "bob"}})
    serve(state, "PUT", "/users/18", {"body": {}})
    assert state == {"/users/17": {"name": "bob"}, "/users/18": {}}


def test_a_post_to_a_collection_adds_one_each_time() -> None:
    assert twice("POST", "/users", body=ADA) == ([201, 201], False)


def test_a_patch_is_idempotent_or_not_by_its_format() -> None:
    merge = {"patch": merge_patch, "body": {"name": "bob", "tags": None}}
    append = {"patch": append_patch, "body": "vip"}
    assert twice("PATCH", "/users/17", **merge) == ([204, 204], True)
    assert twice("PATCH", "/users/17", **append) == ([204, 204], False)


def test_if_match_makes_any_patch_repeatable() -> None:
    append = {"patch": append_patch, "body": "vip", "if_match": ADA}
    assert twice("PATCH", "/users/17", **append) == ([204, 412], True)


def test_a_patch_of_what_is_not_there_is_404() -> None:
    append = {"patch": append_patch, "body": "vip"}
    assert twice("PATCH", "/users/18", **append) == ([404, 404], True)


# The cases of RFC 7396, Appendix A, that have no nesting
@pytest.mark.parametrize(
    ("document", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ],
)
def test_a_merge_patch_sets_and_null_removes(
    document: Document, patch: Document, result: Document
) -> None:
    assert merge_patch(document, patch) == result
    assert merge_patch(result, patch) == result


def test_no_patch_changes_the_document_that_it_is_given() -> None:
    assert append_patch(ADA, "vip") == {"name": "ada", "tags": ["new", "vip"]}
    assert merge_patch(ADA, {"name": None}) == {"tags": ["new"]}
    assert ADA == {"name": "ada", "tags": ["new"]}


def test_a_name_without_quotes_is_no_json() -> None:
    with pytest.raises(json.JSONDecodeError, match="in double quotes"):
        json.loads('{email: "new"}')
