from typing import Any

import pytest

from snippets.networking.api_description import (
    DESCRIPTION,
    NOTE,
    breaches,
    check,
)

PATH = "/notes/{id}"


@pytest.mark.parametrize(
    "body",
    [
        {"title": ""},
        {"title": "milk", "tags": []},
        {"title": "milk", "tags": ["home", "food"]},
        {"title": "milk", "pinned": None},
    ],
)
def test_an_answer_that_keeps_the_contract(body: Any) -> None:
    assert check(PATH, "get", 200, body) == []


@pytest.mark.parametrize(
    ("body", "breach"),
    [
        (None, "# is no object"),
        ([], "# is no object"),
        ({}, "#/title is missing"),
        ({"title": 7}, "#/title is no string"),
        ({"title": None}, "#/title is no string"),
        ({"title": "milk", "tags": "home"}, "#/tags is no array"),
        ({"title": "milk", "tags": ["home", 7]}, "#/tags/1 is no string"),
    ],
)
def test_an_answer_that_breaks_it(body: Any, breach: str) -> None:
    assert check(PATH, "get", 200, body) == [breach]


def test_all_breaches_are_told() -> None:
    assert len([*breaches(NOTE, {"tags": [1, 2]})]) == 3


@pytest.mark.parametrize(("status", "kept"), [(404, True), (410, False)])
def test_a_status_has_to_be_described(status: int, kept: bool) -> None:
    assert (check(PATH, "get", status, None) == []) is kept


@pytest.mark.parametrize(("path", "method"), [("/x", "get"), (PATH, "put")])
def test_an_operation_that_is_not_described_is_an_error(
    path: str, method: str
) -> None:
    with pytest.raises(KeyError):
        check(path, method, 200, {})


def test_the_description_has_what_openapi_requires() -> None:
    assert {"openapi", "info", "paths"} <= DESCRIPTION.keys()
    assert {"title", "version"} <= DESCRIPTION["info"].keys()
    for path, item in DESCRIPTION["paths"].items():
        declared = {one["name"] for one in item["parameters"]}
        in_path = {part[1:-1] for part in path.split("/") if part[:1] == "{"}
        assert declared == in_path
        for response in item["get"]["responses"].values():
            assert response["description"]
