from itertools import combinations, product
from random import Random

import pytest

from snippets.databases.candidate_keys import (
    Columns,
    Rule,
    candidate_keys,
    closure,
    rules,
)


def random_rules(random: Random, names: str) -> list[Rule]:
    """Up to four rules over these columns."""
    return [
        (
            frozenset(random.sample(names, random.randint(1, 2))),
            frozenset(random.sample(names, random.randint(1, 2))),
        )
        for _ in range(random.randrange(5))
    ]


def holds(given: list[Rule], agree: Columns) -> bool:
    """Whether two rows that agree on exactly these columns obey the rules."""
    return all(right <= agree for left, right in given if left <= agree)


def test_a_rule_is_read_from_words() -> None:
    assert rules("a b -> c; c -> a") == [
        (frozenset("ab"), frozenset("c")),
        (frozenset("c"), frozenset("a")),
    ]


def test_a_closure_follows_rules_in_whatever_order_they_stand() -> None:
    for text in ["a -> b; b -> c; c -> d", "c -> d; b -> c; a -> b"]:
        assert closure(frozenset("a"), rules(text)) == frozenset("abcd")
        assert closure(frozenset("b"), rules(text)) == frozenset("bcd")


def test_half_a_left_side_determines_nothing_more() -> None:
    given = rules("a b -> c")
    assert closure(frozenset("a"), given) == frozenset("a")
    assert closure(frozenset("ab"), given) == frozenset("abc")


def test_without_rules_the_whole_row_is_the_key() -> None:
    assert candidate_keys(frozenset("ab"), []) == [frozenset("ab")]


def test_a_column_in_no_rule_is_in_each_key() -> None:
    keys = candidate_keys(frozenset("abc"), rules("a -> b; b -> a"))
    assert keys == [frozenset("ac"), frozenset("bc")]


def test_a_longer_key_may_stand_beside_a_short_one() -> None:
    keys = candidate_keys(frozenset("abc"), rules("a -> b c; b c -> a"))
    assert keys == [frozenset("a"), frozenset("bc")]


@pytest.mark.parametrize("pairs", [1, 2, 3, 4])
def test_the_number_of_keys_can_double_with_each_pair(pairs: int) -> None:
    text = "; ".join(f"a{n} -> b{n}; b{n} -> a{n}" for n in range(pairs))
    columns = frozenset().union(*(a | b for a, b in rules(text)))
    assert len(candidate_keys(columns, rules(text))) == 2**pairs


def test_closure_and_keys_are_those_that_two_rows_can_refute() -> None:
    # X determines A unless two rows agree on X, obey the rules, and differ
    # on A: the meaning of a dependency, without a closure.
    random, names = Random(17), "abcd"
    subsets = [
        frozenset(
            name for name, inside in zip(names, bits, strict=True) if inside
        )
        for bits in product([0, 1], repeat=4)
    ]
    for _ in range(200):
        given = random_rules(random, names)
        worlds = [agree for agree in subsets if holds(given, agree)]
        meaning = {
            columns: frozenset(names).intersection(
                *(agree for agree in worlds if columns <= agree)
            )
            for columns in subsets
        }
        for columns in subsets:
            assert closure(columns, given) == meaning[columns]
        whole = [c for c in subsets if meaning[c] == frozenset(names)]
        keys = [k for k in whole if not any(other < k for other in whole)]
        assert set(candidate_keys(frozenset(names), given)) == set(keys)
        for one, two in combinations(keys, 2):
            assert not one <= two
            assert not two <= one
