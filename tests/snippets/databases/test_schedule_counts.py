from math import comb

import pytest

from snippets.databases import interleavings
from snippets.databases.schedule_counts import LEVELS, Pair, simulate

STORIES: dict[Pair, str] = {
    "On call": "write skew",
    "Counter": "lost update",
    "Report": "read skew",
}


@pytest.mark.parametrize("pair", STORIES)
def test_counts_are_those_of_the_interleavings(pair: Pair) -> None:
    story, table = STORIES[pair], simulate(pair)
    for row, level in enumerate(LEVELS):
        play = interleavings.play
        fine = [play(story, level, order) for order in interleavings.SERIAL]
        ends = [play(story, level, order) for order in interleavings.ORDERS]
        assert table["broken"][row] == sum(end not in fine for end in ends)
        assert table["one refused"][row] == sum({} in end for end in ends)


@pytest.mark.parametrize("extra", [0, 1])
def test_theory_counts_the_same(extra: int) -> None:
    size = 4 + extra
    every = comb(2 * size, size)
    table = simulate(extra_steps=extra)
    assert table["broken"] == [every - 2 * (size + 1), every - 2, 0]


def test_a_lock_repairs_rows_that_exist_and_no_others() -> None:
    assert simulate("On call", True)["broken"] == [0, 0, 0]
    assert simulate("Booking", True)["broken"] == [60, 68, 0]
