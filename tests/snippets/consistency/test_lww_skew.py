from itertools import permutations, product

import pytest

from snippets.consistency.lww_skew import (
    Cell,
    keep_mine_if_equal,
    merge,
    write,
)

CELLS = [Cell(stamp, value) for stamp in (1, 2) for value in (None, 0, 5)]


@pytest.mark.parametrize(("later", "kept"), [(999, 25), (1_000, 26)])
def test_the_later_write_is_lost_if_its_clock_is_further_behind(
    later: int, kept: int
) -> None:
    first, second = write("A", 10_000, 25), write("C", 10_000 + later, 26)
    assert merge(first, second).value == kept
    assert merge(second, first).value == kept


def test_a_delete_can_be_lost_like_a_value() -> None:
    assert merge(write("A", 10_000, 25), write("C", 10_200, None)).value == 25


def test_of_equal_stamps_a_delete_goes_before_any_value() -> None:
    assert merge(Cell(1, None), Cell(1, 5)) == Cell(1, None)
    assert merge(Cell(1, 0), Cell(1, None)) == Cell(1, None)


def test_of_equal_stamps_the_larger_value_stays() -> None:
    assert merge(Cell(1, 5), Cell(1, 0)) == Cell(1, 5)


def test_every_order_of_arrival_keeps_the_same() -> None:
    for cells in product(CELLS, repeat=3):
        kept = {
            merge(merge(one, two), three)
            for one, two, three in permutations(cells)
        }
        assert len(kept) == 1


def test_keeping_mine_if_equal_parts_the_sites() -> None:
    one, two = Cell(1, 25), Cell(1, 26)
    assert keep_mine_if_equal(one, two) != keep_mine_if_equal(two, one)


def test_two_rows_merged_cell_by_cell_make_one_that_nobody_wrote() -> None:
    one = {"street": Cell(1, 5), "code": Cell(1, 1)}
    two = {"street": Cell(1, 3), "code": Cell(1, 9)}
    got = {name: merge(one[name], two[name]).value for name in one}
    assert got == {"street": 5, "code": 9}
