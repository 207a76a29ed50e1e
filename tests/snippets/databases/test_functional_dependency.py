from itertools import combinations
from random import Random

import pytest

from snippets.databases.functional_dependency import (
    EMPLOYEES,
    Row,
    counterexample,
)


def test_two_rows_that_agree_left_and_differ_right_refute_a_rule() -> None:
    pair = counterexample(EMPLOYEES, ["department"], ["employee"])
    assert pair == (EMPLOYEES[0], EMPLOYEES[1])


@pytest.mark.parametrize("rows", [[], EMPLOYEES[:1]])
def test_fewer_than_two_rows_refute_nothing(rows: list[Row]) -> None:
    assert counterexample(rows, ["department"], ["employee"]) is None
    assert counterexample(rows, [], ["employee"]) is None


def test_a_rule_that_held_is_refuted_by_a_new_row() -> None:
    new = {"employee": "dan", "department": "ads", "head": "alan"}
    rule = ["head"], ["department"]
    assert counterexample(EMPLOYEES, *rule) is None
    assert counterexample([*EMPLOYEES, new], *rule) == (EMPLOYEES[2], new)


def test_nothing_on_the_left_means_one_value_in_all_rows() -> None:
    assert counterexample(EMPLOYEES, [], ["head"]) is not None
    assert counterexample(EMPLOYEES[:2], [], ["head"]) is None


def test_it_agrees_with_comparing_all_pairs() -> None:
    random = Random(17)
    for _ in range(500):
        rows = [
            {name: random.choice("xy") for name in "abc"}
            for _ in range(random.randrange(5))
        ]
        left = random.sample("abc", random.randrange(3))
        right = random.sample("abc", random.randrange(1, 3))
        expected = any(
            all(one[name] == two[name] for name in left)
            and any(one[name] != two[name] for name in right)
            for one, two in combinations(rows, 2)
        )
        assert (counterexample(rows, left, right) is not None) == expected
