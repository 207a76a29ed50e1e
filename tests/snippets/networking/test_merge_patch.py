"""Appendix A of RFC 7396, and what follows from the algorithm."""

import json
from random import Random

import pytest

from snippets.networking.merge_patch import Json, merge

APPENDIX = r"""
{"a":"b"}            {"a":"c"}                     {"a":"c"}
{"a":"b"}            {"b":"c"}                     {"a":"b","b":"c"}
{"a":"b"}            {"a":null}                    {}
{"a":"b","b":"c"}    {"a":null}                    {"b":"c"}
{"a":["b"]}          {"a":"c"}                     {"a":"c"}
{"a":"c"}            {"a":["b"]}                   {"a":["b"]}
{"a":{"b":"c"}}      {"a":{"b":"d","c":null}}      {"a":{"b":"d"}}
{"a":[{"b":"c"}]}    {"a":[1]}                     {"a":[1]}
["a","b"]            ["c","d"]                     ["c","d"]
{"a":"b"}            ["c"]                         ["c"]
{"a":"foo"}          null                          null
{"a":"foo"}          "bar"                         "bar"
{"e":null}           {"a":1}                       {"e":null,"a":1}
[1,2]                {"a":"b","c":null}            {"a":"b"}
{}                   {"a":{"bb":{"ccc":null}}}     {"a":{"bb":{}}}
"""


@pytest.mark.parametrize("line", APPENDIX.strip().splitlines())
def test_the_examples_of_the_rfc(line: str) -> None:
    target, patch, result = map(json.loads, line.split())
    assert merge(target, patch) == result


def value(rng: Random, depth: int = 3) -> Json:
    """A random document of few names, so that many meet."""
    kind = rng.randrange(6 if depth else 4)
    if kind < 4:
        return rng.choice([None, 0, "", "x"])
    if kind == 4:
        return [value(rng, depth - 1) for _ in range(rng.randrange(3))]
    names = rng.sample("abc", rng.randrange(4))
    return {name: value(rng, depth - 1) for name in names}


def test_a_merge_patch_is_idempotent() -> None:
    rng = Random(1)
    for _ in range(2_000):
        target, patch = value(rng), value(rng)
        once = merge(target, patch)
        assert merge(once, patch) == once


def test_patches_of_different_members_both_survive_in_either_order() -> None:
    note: Json = {"title": "Milk", "tags": ["home"]}
    ada: Json = {"title": "Tea"}
    bob: Json = {"due": "Friday"}
    both = {"title": "Tea", "tags": ["home"], "due": "Friday"}
    assert merge(merge(note, ada), bob) == both
    assert merge(merge(note, bob), ada) == both


def test_of_two_patches_of_one_array_the_first_is_lost() -> None:
    note: Json = {"tags": ["home"]}
    ada: Json = {"tags": ["home", "food"]}
    bob: Json = {"tags": ["home", "urgent"]}
    assert merge(merge(note, ada), bob) == bob


def test_neither_document_is_changed() -> None:
    rng = Random(2)
    for _ in range(500):
        target, patch = value(rng), value(rng)
        before = json.dumps([target, patch])
        merge(target, patch)
        assert json.dumps([target, patch]) == before


def test_no_member_becomes_null_by_a_patch() -> None:
    assert merge({"due": "Friday"}, {"due": None}) == {}


@pytest.mark.parametrize("falsy", [0, "", False, [], {}])
def test_a_falsy_value_is_a_value(falsy: Json) -> None:
    assert merge({"a": 1}, {"a": falsy}) == {"a": falsy}
