from itertools import chain, combinations
from random import Random

from snippets.databases.dependency_preservation import (
    Columns,
    Rule,
    closure,
    lost,
)


def rule(text: str) -> Rule:
    """As in `ab c`: a and b determine c."""
    left, right = text.split()
    return frozenset(left), frozenset(right)


def test_the_whole_table_loses_nothing() -> None:
    rules = [rule("ab c"), rule("c a")]
    assert lost([frozenset("abc")], rules) == []


def test_a_split_into_bcnf_may_lose_a_rule() -> None:
    rules = [rule("ab c"), rule("c b")]
    assert lost([frozenset("ac"), frozenset("bc")], rules) == [rule("ab c")]


def test_a_rule_in_no_single_part_may_follow_from_several() -> None:
    rules = [rule("a b"), rule("b c"), rule("a c")]
    assert lost([frozenset("ab"), frozenset("bc")], rules) == []


def test_rules_that_are_only_implied_within_a_part_count() -> None:
    # a -> c follows by b, which neither part has beside c.
    rules = [rule("a b"), rule("b a"), rule("b c")]
    assert lost([frozenset("ab"), frozenset("ac")], rules) == []


def test_it_agrees_with_writing_out_what_each_part_can_check() -> None:
    random, names = Random(17), "abcd"
    for _ in range(300):
        rules = [
            (
                frozenset(random.sample(names, random.randint(1, 2))),
                frozenset(random.sample(names, 1)),
            )
            for _ in range(4)
        ]
        parts: list[Columns] = [
            frozenset(random.sample(names, random.randint(2, 3)))
            for _ in range(2)
        ]
        inside = [
            (left, closure(left, rules) & part)
            for part in parts
            for left in map(
                frozenset,
                chain(*(combinations(part, n) for n in range(len(part) + 1))),
            )
        ]
        expected = [
            (left, right)
            for left, right in rules
            if not right <= closure(left, inside)
        ]
        assert lost(parts, rules) == expected
