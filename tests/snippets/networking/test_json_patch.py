"""Appendix A of RFC 6902 but for `move` (A.6, A.7), and some boundaries."""

import json
from typing import Any

import pytest

from snippets.networking.json_patch import apply

APPENDIX = r"""
A.1   {"foo":"bar"} [{"op":"add","path":"/baz","value":"qux"}] {"baz":"qux","foo":"bar"}
A.2   {"foo":["bar","baz"]} [{"op":"add","path":"/foo/1","value":"qux"}] {"foo":["bar","qux","baz"]}
A.3   {"baz":"qux","foo":"bar"} [{"op":"remove","path":"/baz"}] {"foo":"bar"}
A.4   {"foo":["bar","qux","baz"]} [{"op":"remove","path":"/foo/1"}] {"foo":["bar","baz"]}
A.5   {"baz":"qux","foo":"bar"} [{"op":"replace","path":"/baz","value":"boo"}] {"baz":"boo","foo":"bar"}
A.8   {"baz":"qux","foo":["a",2,"c"]} [{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}] {"baz":"qux","foo":["a",2,"c"]}
A.10  {"foo":"bar"} [{"op":"add","path":"/child","value":{"grandchild":{}}}] {"foo":"bar","child":{"grandchild":{}}}
A.11  {"foo":"bar"} [{"op":"add","path":"/baz","value":"qux","xyz":123}] {"foo":"bar","baz":"qux"}
A.14  {"/":9,"~1":10} [{"op":"test","path":"/~01","value":10}] {"/":9,"~1":10}
A.16  {"foo":["bar"]} [{"op":"add","path":"/foo/-","value":["abc","def"]}] {"foo":["bar",["abc","def"]]}
"""  # noqa: E501

ERRORS = r"""
A.9   {"baz":"qux"} [{"op":"test","path":"/baz","value":"bar"}]
A.12  {"foo":"bar"} [{"op":"add","path":"/baz/bat","value":"qux"}]
A.13  {"foo":"bar"} [{"op":"add","path":"/baz","value":"qux","op":"remove"}]
A.15  {"/":9,"~1":10} [{"op":"test","path":"/~01","value":"10"}]
"""


@pytest.mark.parametrize("line", APPENDIX.strip().splitlines())
def test_the_examples_of_the_rfc(line: str) -> None:
    _, document, patch, result = line.split()
    assert apply(json.loads(document), json.loads(patch)) == json.loads(result)


@pytest.mark.parametrize("line", ERRORS.strip().splitlines())
def test_the_errors_of_the_rfc(line: str) -> None:
    _, document, patch = line.split()
    with pytest.raises(LookupError):
        apply(json.loads(document), json.loads(patch))


@pytest.mark.parametrize(
    "path", ["/-", "/2", "/01", "/-1", "/1.0", "/x", "x", "/0/x", "/ 1", "/1/0"]
)
@pytest.mark.parametrize("op", ["remove", "replace", "test"])
def test_a_place_that_is_not_there_is_an_error(op: str, path: str) -> None:
    with pytest.raises(LookupError):
        apply(["a", 7], [{"op": op, "path": path, "value": "a"}])


@pytest.mark.parametrize("index", ["0", "1", "2", "-"])
def test_add_inserts_anywhere_up_to_the_end(index: str) -> None:
    expected = ["a", "b"]
    expected.insert(2 if index == "-" else int(index), "new")
    patch = [{"op": "add", "path": f"/{index}", "value": "new"}]
    assert apply(["a", "b"], patch) == expected


def test_add_does_not_leave_a_hole() -> None:
    with pytest.raises(LookupError):
        apply(["a"], [{"op": "add", "path": "/3", "value": "new"}])


@pytest.mark.parametrize("op", ["add", "replace"])
def test_the_empty_pointer_is_the_whole_document(op: str) -> None:
    assert apply({"a": 1}, [{"op": op, "path": "", "value": [1]}]) == [1]


@pytest.mark.parametrize("op", ["spam", "Add", ""])
def test_an_unknown_operation_is_an_error(op: str) -> None:
    with pytest.raises(LookupError):
        apply({"a": 1}, [{"op": op, "path": "/a", "value": 2}])


@pytest.mark.parametrize("missing", ["op", "path", "value"])
def test_a_missing_member_is_an_error(missing: str) -> None:
    operation = {"op": "add", "path": "/b", "value": 2}
    del operation[missing]
    with pytest.raises(LookupError):
        apply({"a": 1}, [operation])


@pytest.mark.parametrize(("stored", "given"), [(1, True), (0, False), (1, "1")])
def test_a_test_tells_types_apart(stored: object, given: object) -> None:
    with pytest.raises(LookupError):
        apply({"a": stored}, [{"op": "test", "path": "/a", "value": given}])


def test_the_order_of_members_does_not_count_in_a_test() -> None:
    patch = [{"op": "test", "path": "", "value": {"b": 2, "a": 1}}]
    assert apply({"a": 1, "b": 2}, patch) == {"a": 1, "b": 2}


def test_null_is_a_value() -> None:
    patch: list[dict[str, Any]] = [
        {"op": "add", "path": "/due", "value": None},
        {"op": "test", "path": "/due", "value": None},
    ]
    assert apply({}, patch) == {"due": None}


def test_all_operations_or_none_are_done() -> None:
    note = {"tags": ["home"]}
    patch: list[dict[str, Any]] = [
        {"op": "add", "path": "/tags/-", "value": "food"},
        {"op": "remove", "path": "/due"},
    ]
    with pytest.raises(LookupError):
        apply(note, patch)
    assert note == {"tags": ["home"]}


def test_the_patch_is_not_changed_by_its_own_operations() -> None:
    patch: list[dict[str, Any]] = [
        {"op": "add", "path": "/tags", "value": []},
        {"op": "add", "path": "/tags/-", "value": "food"},
    ]
    assert apply({}, patch) == {"tags": ["food"]}
    assert patch[0]["value"] == []


def test_appending_is_not_idempotent_and_replacing_is() -> None:
    add = [{"op": "add", "path": "/-", "value": "food"}]
    replace: list[dict[str, Any]] = [
        {"op": "replace", "path": "", "value": ["food"]}
    ]
    assert apply(apply([], add), add) == ["food", "food"]
    assert apply(apply([], replace), replace) == apply([], replace)
