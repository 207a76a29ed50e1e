from math import isclose

import pytest

from snippets.databases.compaction_policies import MEMORY, Tree, formula


def flushed(ratio: int, flushes: int, *, leveled: bool) -> Tree:
    tree = Tree(ratio, leveled=leveled)
    for _ in range(flushes):
        tree.written += MEMORY
        tree.add(MEMORY)
    return tree


@pytest.mark.parametrize("leveled", [True, False])
@pytest.mark.parametrize("flushes", [1, 7, 10, 99, 1_234])
def test_no_entry_is_lost(flushes: int, leveled: bool) -> None:
    tree = flushed(4, flushes, leveled=leveled)
    assert sum(map(sum, tree.levels)) == flushes * MEMORY


@pytest.mark.parametrize("flushes", range(1, 300, 7))
def test_leveled_has_one_run_per_level_and_tiered_fewer_than_the_ratio(
    flushes: int,
) -> None:
    leveled = flushed(10, flushes, leveled=True)
    tiered = flushed(10, flushes, leveled=False)
    assert all(len(runs) <= 1 for runs in leveled.levels)
    assert all(len(runs) < 10 for runs in tiered.levels)


def test_the_formula_is_exact_where_the_last_level_just_gets_full() -> None:
    for leveled in (True, False):
        tree = flushed(10, 10_000, leveled=leveled)
        counted = tree.written / MEMORY / 10_000
        assert isclose(counted, formula(10, leveled=leveled), abs_tol=0.05)


def test_with_a_ratio_of_two_both_are_the_same() -> None:
    one = flushed(2, 1_000, leveled=True)
    other = flushed(2, 1_000, leveled=False)
    assert (one.written, one.levels) == (other.written, other.levels)


def test_a_larger_ratio_makes_leveled_write_more_and_tiered_less() -> None:
    def written(ratio: int, *, leveled: bool) -> int:
        return flushed(ratio, 10_000, leveled=leveled).written

    assert written(20, leveled=True) > written(10, leveled=True)
    assert written(20, leveled=False) < written(10, leveled=False)
