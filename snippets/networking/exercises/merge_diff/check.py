"""What a merge patch has to say, and can't say, one rule per test."""

import json
from copy import deepcopy
from random import Random

import pytest
from solution import Json, diff, merge, same


def made(before: Json, after: Json, why: str = "") -> Json:
    """The patch; it is no error to ask for it."""
    try:
        return diff(before, after)
    except ValueError as error:
        text = f"There is a patch from {before} to {after}, but: {error!r}"
        pytest.fail(f"{why} {text}")


def refusal(before: Json, after: Json) -> str | None:
    """None if asking for the patch is a ValueError, else what there was."""
    try:
        return json.dumps(diff(before, after))
    except ValueError:
        return None


def test_what_is_new_or_changed_is_named() -> None:
    after: Json = {"title": "Tea", "tags": ["home"]}
    patch = made({"title": "Milk", "due": "Friday"}, after)
    assert same(patch, {"title": "Tea", "due": None, "tags": ["home"]}), (
        "A patch names what is new, what has changed, and as null what is to "
        f"be removed. This one is {patch}."
    )


def test_what_is_gone_is_null() -> None:
    assert same(made({"due": "Friday", "a": 1}, {"a": 1}), {"due": None}), (
        "A member that is gone has to be named with null. What a patch does "
        "not name stays."
    )


def test_what_stays_is_not_named() -> None:
    note: Json = {"title": "Milk", "place": {"shop": "corner"}, "tags": [1]}
    assert same(made(note, deepcopy(note)), {}), (
        "A member that stays is not named. Else a patch sets back what another "
        "editor has changed meanwhile."
    )


def test_objects_are_gone_into() -> None:
    before: Json = {"place": {"shop": "corner", "street": "High St"}}
    patch = made(before, {"place": {"shop": "market", "street": "High St"}})
    assert same(patch, {"place": {"shop": "market"}}), (
        "In an object within the object, too, name only what changes. This "
        f"patch is {patch}."
    )
    patch = made(before, {"place": {"shop": "corner"}})
    assert same(patch, {"place": {"street": None}}), (
        "An object is merged, not replaced. What is gone from it needs its "
        "null as well."
    )


def test_arrays_are_replaced() -> None:
    patch = made({"tags": ["home", "food"]}, {"tags": ["home", "tea"]})
    assert same(patch, {"tags": ["home", "tea"]}), (
        "An array can only be replaced as a whole. A merge patch has no index."
    )


@pytest.mark.parametrize("value", [0, "", False, [], {}], ids=repr)
def test_a_falsy_value_is_a_value(value: Json) -> None:
    assert same(made({"a": 1}, {"a": value}), {"a": value}), (
        f"A falsy value is a value to set. {json.dumps(value)} does not mean "
        "“remove”."
    )
    assert same(made({}, {"a": value}), {"a": value}), (
        f"A new member has to be named, whatever its value. Here: {value!r}."
    )
    assert same(made({"a": value}, {}), {"a": None}), (
        f"A member is there although its value is {value!r}: to remove it "
        "takes a null."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, True), (0, False), ([1], [True]), ({"b": 0}, {"b": False})],
)
def test_a_number_is_no_truth_value(one: Json, other: Json) -> None:
    for before, after in ((one, other), (other, one)):
        patch = made({"a": before}, {"a": after})
        assert same(merge({"a": before}, patch), {"a": after}), (
            f"A number is no truth value. {json.dumps(before)} and "
            f"{json.dumps(after)} differ in JSON, and Python's == says that 1 "
            "is True: use `same`."
        )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"due": None}),
        ({"due": "Friday"}, {"due": None}),
        ({"a": {}}, {"a": {"due": None}}),
        ({"a": 1}, {"a": {"b": {"due": None}}}),
        ({"a": {"b": 1}}, {"a": {"b": None}}),
        ([], {"due": None}),
    ],
)
def test_a_member_cannot_be_set_to_null(before: Json, after: Json) -> None:
    patch = refusal(before, after)
    assert patch is None, (
        f"No merge patch sets a member to null. There is none from {before} to "
        f"{after}, so it is a ValueError, not {patch}."
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"due": None, "a": 1}, {"due": None, "a": 2}),
        ({"p": {"due": None}, "a": 1}, {"p": {"due": None}, "a": 2}),
        ({"p": {"due": None, "a": 1}}, {"p": {"due": None, "a": 2}}),
    ],
)
def test_a_null_that_stays_is_no_trouble(before: Json, after: Json) -> None:
    why = "A null that was there and stays need not be set. Leave it out."
    patch = made(before, after, why)
    assert same(merge(before, patch), after), why


def test_a_null_can_be_removed() -> None:
    assert same(made({"due": None}, {}), {"due": None}), (
        "A member whose value is null is there, and can be removed."
    )


@pytest.mark.parametrize("after", [[None], [{"due": None}], [[None]]], ids=str)
def test_a_null_in_an_array_is_a_value(after: Json) -> None:
    why = (
        "Within an array null is a value like any other. Only members of "
        "objects are removed by it (section 2)."
    )
    patch = made({"a": 1}, {"a": after}, why)
    assert same(patch, {"a": after}), why


@pytest.mark.parametrize("before", [{"a": 1}, [1], "x", None, 0], ids=repr)
@pytest.mark.parametrize("after", [{"a": 1}, {}, [1], "x", None, 0], ids=repr)
def test_a_document_may_be_no_object(before: Json, after: Json) -> None:
    got = merge(before, made(before, after))
    assert same(got, after), (
        "A document may be any value. A patch that is an object makes an "
        f"object of it, even {{}}: {before} became {got}, not {after}."
    )


def test_both_documents_stay_as_they_are() -> None:
    before: Json = {"title": "Milk", "place": {"shop": "corner"}, "due": 1}
    after: Json = {"title": "Milk", "place": {"street": "High St"}, "a": [1]}
    copies = deepcopy([before, after])
    patch = made(before, after)
    assert [before, after] == copies, (
        "Both documents stay as they are. Build a new one, as `merge` does."
    )
    assert same(merge(before, patch), after), f"{patch} does not lead there."


def value(rng: Random, depth: int) -> Json:
    """A random document of few names, so that many meet."""
    kind = rng.randrange(8 if depth else 5)
    if kind < 5:
        return rng.choice([None, 0, False, "", "x", 1, True])
    if kind == 5:
        return [value(rng, depth - 1) for _ in range(rng.randrange(3))]
    names = rng.sample("abc", rng.randrange(1, 4))
    return {name: value(rng, depth - 1) for name in names}


def possible(before: Json, after: Json) -> bool:
    """Whether there is a patch: no member has to become null."""
    if not isinstance(after, dict):
        return True
    members = before if isinstance(before, dict) else {}
    return all(
        (name in members and same(members[name], inner))
        or (inner is not None and possible(members.get(name), inner))
        for name, inner in after.items()
    )


def smaller(patch: Json) -> list[Json]:
    """The patch with one member less, for each member, at any depth."""
    if not isinstance(patch, dict):
        return []
    fewer: list[Json] = []
    for name, inner in patch.items():
        rest = {key: kept for key, kept in patch.items() if key != name}
        fewer.append(rest)
        fewer += [rest | {name: less} for less in smaller(inner)]
    return fewer


def test_random_documents() -> None:
    rng = Random(1)
    for _ in range(1_500):
        before, after = value(rng, 3), value(rng, 3)
        if not possible(before, after):
            test_a_member_cannot_be_set_to_null(before, after)
            continue
        patch = made(before, after)
        text = f"from {before} to {after} by {patch}"
        assert same(merge(before, patch), after), (
            f"It does not lead there: {text}"
        )
        for less in smaller(patch):
            assert not same(merge(before, less), after), (
                f"A member that stays is not named. {less} does as much: {text}"
            )
