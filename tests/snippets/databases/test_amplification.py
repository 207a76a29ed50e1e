from random import Random

import pytest

from snippets.databases.amplification import (
    FULL,
    KEYS,
    MEMORY,
    PAGE,
    b_tree,
    lsm_tree,
)


def test_a_b_tree_writes_and_reads_the_pages_that_memory_lacks() -> None:
    written, read, stored = b_tree(Random(2))
    missing = 1 - (MEMORY / PAGE) / (KEYS / PAGE / FULL)
    assert read == pytest.approx(missing, abs=0.005)
    assert written == pytest.approx(missing * PAGE, abs=0.5)
    assert stored == 1 / FULL


def test_leveled_writes_the_last_level_once_per_full_level_before() -> None:
    written, _, stored = lsm_tree(Random(2), leveled=True)
    # The flush, nine merges of up to 5,000, and 20,000 per 5,000 updates.
    assert written == pytest.approx(1 + 5 + 4, abs=0.3)
    assert 1.05 < stored < 1.2


def test_tiered_writes_least_reads_most_and_stores_most() -> None:
    _, leveled_read, leveled_stored = lsm_tree(Random(2), leveled=True)
    written, read, stored = lsm_tree(Random(2), leveled=False)
    assert 2 < written < 3
    assert read > 3 * leveled_read
    assert stored > 2 * leveled_stored


def test_each_of_the_three_is_best_at_one_thing() -> None:
    costs = [
        b_tree(Random(3)),
        lsm_tree(Random(3), leveled=True),
        lsm_tree(Random(3), leveled=False),
    ]
    best = [column.index(min(column)) for column in zip(*costs, strict=True)]
    assert best == [2, 0, 1]
