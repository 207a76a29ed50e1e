from math import comb

import pytest

from snippets.consistency.quorum_availability import MIXED, UP, YEAR, down


@pytest.mark.parametrize("n", [1, 3, 5, 7])
def test_with_one_vote_each_it_is_the_binomial(n: int) -> None:
    for needed in range(1, n + 1):
        binomial = sum(
            comb(n, up) * UP**up * (1 - UP) ** (n - up) for up in range(needed)
        )
        share = down((1,) * n, (UP,) * n, needed)
        assert share == pytest.approx(binomial, rel=1e-9)


def test_all_of_three_is_down_a_thousand_times_as_long_as_a_majority() -> None:
    alike = ((1, 1, 1), (UP,) * 3)
    assert down(*alike, 3) * YEAR == pytest.approx(1575.2, abs=0.1)
    assert down(*alike, 2) * YEAR == pytest.approx(1.576, abs=0.001)


def test_a_second_vote_for_the_good_one_helps_reads_and_costs_writes() -> None:
    equal = down((1, 1, 1), MIXED, 2)
    assert down((2, 1, 1), MIXED, 2) < equal / 50
    assert down((2, 1, 1), MIXED, 3) > equal


def test_a_replica_with_a_majority_of_votes_decides_alone() -> None:
    assert down((3, 1, 1), MIXED, 3) == pytest.approx(1 - MIXED[0])


def test_more_votes_than_there_are_is_always_down() -> None:
    assert down((1, 1), (UP, UP), 3) == pytest.approx(1)
    assert down((1, 1), (UP, UP), 0) == 0
