from itertools import permutations, product

import pytest

from snippets.consistency.strict_serializable import (
    STORIES,
    in_time,
    legal,
    parse,
    serial_orders,
)


@pytest.mark.parametrize(
    ("name", "steps", "serializable", "strict"),
    [
        ("old copy", False, True, False),
        ("torn read", True, False, False),
        ("snapshot", False, True, True),
        ("in turn", True, True, True),
        ("but time", True, True, False),
    ],
)
def test_tells_the_stories_apart(
    name: str, steps: bool, serializable: bool, strict: bool
) -> None:
    story = parse(STORIES[name])
    orders = serial_orders(story)
    assert legal(story) == steps
    assert bool(orders) == serializable
    assert any(in_time(order, story) for order in orders) == strict


def test_of_single_steps_strict_is_linearizable() -> None:
    asked = ["write x=1", "read x=0", "read x=1", "write y=1", "read y=0"]
    for chosen in product(asked, repeat=3):
        words = zip("abc", chosen, strict=True)
        steps = parse(", ".join(f"{who} {what}" for who, what in words))
        orders = serial_orders(steps)
        strict = any(in_time(order, steps) for order in orders)
        assert strict == legal(steps)


def test_agrees_with_all_orders_of_two_transactions() -> None:
    asked = ["write x=1", "read x=0", "read x=1", "write y=1", "read y=0"]
    for chosen, turns in product(
        product(asked, repeat=4), sorted(set(permutations("aabb")))
    ):
        words = zip(turns, chosen, strict=True)
        steps = parse(", ".join(f"{who} {what}" for who, what in words))
        a = [step for step in steps if step[0] == "a"]
        b = [step for step in steps if step[0] == "b"]
        assert bool(serial_orders(steps)) == (legal(a + b) or legal(b + a))
        strict = [o for o in serial_orders(steps) if in_time(o, steps)]
        later = legal(b + a) and "".join(turns) != "aabb"
        sooner = legal(a + b) and "".join(turns) != "bbaa"
        assert bool(strict) == (later or sooner)
