from math import comb
from typing import get_args

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


@pytest.mark.parametrize("pair", ["On call", "Booking"])
@pytest.mark.parametrize("extra", [0, 1])
def test_theory_counts_the_same(pair: Pair, extra: int) -> None:
    size = 4 + extra
    every, fine = comb(2 * size, size), 2 * (size + 1)
    table = simulate(pair, extra_steps=extra)
    assert table["broken"] == [every - fine, every - 2, 0]
    assert table["one refused"] == [0, 0, every - 2]
    assert table["as if serial"] == [fine, 2, 2]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_snapshot_at_the_first_read_counts_from_there(extra: int) -> None:
    size = 4 + extra
    every, fine = comb(2 * size, size), 2 * (size + 1)
    table = simulate("On call", False, "At first read", extra)
    assert table["broken"] == [every - fine, every - fine, 0]
    assert table["one refused"] == [0, 0, every - fine]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_report_breaks_if_the_other_commits_between_its_reads(
    extra: int,
) -> None:
    # Before that commit are the other's steps, and the report's: two, or with
    # an extra step between the reads, three as well.
    others = 3 + extra
    orders = sum(comb(others + mine, mine) for mine in range(2, 3 + extra))
    table = simulate("Report", extra_steps=extra)
    assert table["broken"] == [orders, 0, 0]
    assert table["one refused"] == [0, 0, 0]


@pytest.mark.parametrize("pair", ["On call", "Counter"])
def test_a_lock_repairs_rows_that_exist(pair: Pair) -> None:
    table = simulate(pair, reads_lock=True)
    assert table["broken"] == [0, 0, 0]
    # It waits, and then what it locked is newer than its snapshot.
    assert table["one refused"] == [0, 68, 68]
    table = simulate(pair, True, "At first read")
    assert table["broken"] == [0, 0, 0]
    assert table["one refused"] == [0, 60, 60]


def test_a_lock_finds_no_row_that_is_not_there() -> None:
    assert simulate("Booking", True) == simulate("Booking")


@pytest.mark.parametrize("pair", get_args(Pair))
@pytest.mark.parametrize("locks", [False, True])
def test_each_order_ends_in_one_of_three_ways(pair: Pair, locks: bool) -> None:
    _, *columns = simulate(pair, locks).values()
    for broken, refused, kept in zip(*columns, strict=True):
        assert isinstance(broken, int)
        assert isinstance(refused, int)
        assert isinstance(kept, int)
        assert broken + refused + kept == 70
        assert min(broken, refused, kept) >= 0
