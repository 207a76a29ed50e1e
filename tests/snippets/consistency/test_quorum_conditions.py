from math import comb

import pytest

from snippets.consistency.quorum_conditions import (
    apart,
    both_confirmed,
    quorums,
)

SIZES = [
    (n, r, w)
    for n in range(1, 6)
    for r in range(1, n + 1)
    for w in range(1, n + 1)
]


@pytest.mark.parametrize(("n", "r", "w"), SIZES)
def test_a_read_meets_each_write_exactly_if_r_and_w_exceed_n(
    n: int, r: int, w: int
) -> None:
    missed, of = apart(n, r, w)
    assert (missed == 0) == (r + w > n)
    assert of == comb(n, r) * comb(n, w)


@pytest.mark.parametrize(("n", "w"), sorted({(n, w) for n, _, w in SIZES}))
def test_one_of_two_writers_is_refused_exactly_if_w_is_a_majority(
    n: int, w: int
) -> None:
    assert both_confirmed(n, w) == (2 * w <= n)


def test_one_and_one_of_three_miss_each_other_in_six_of_nine() -> None:
    assert apart(3, 1, 1) == (6, 9)
    assert apart(3, 2, 2) == (0, 9)


def test_the_formula_alone_lets_two_writers_be_confirmed() -> None:
    assert apart(3, 3, 1)[0] == 0
    assert both_confirmed(3, 1)


def test_quorums_are_all_sets_of_a_size() -> None:
    assert quorums(3, 2) == [{0, 1}, {0, 2}, {1, 2}]
