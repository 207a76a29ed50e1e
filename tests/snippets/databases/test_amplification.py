from math import exp
from random import Random

import pytest

from snippets.databases import amplification
from snippets.databases.amplification import (
    FULL,
    KEYS,
    MEMORY,
    PAGE,
    RATIO,
    b_tree,
    lsm_tree,
)


def distinct(updates: int) -> float:
    return KEYS * (1 - exp(-updates / KEYS))


def test_a_b_tree_writes_and_reads_the_pages_that_memory_lacks() -> None:
    written, read, stored = b_tree(Random(2))
    missing = 1 - (MEMORY / PAGE) / (KEYS / PAGE / FULL)
    assert read == pytest.approx(missing, abs=0.005)
    assert written == pytest.approx(missing * PAGE, abs=0.5)
    assert stored == 1 / FULL


def test_leveled_writes_the_last_level_once_per_full_level_before() -> None:
    written, _, stored = lsm_tree(Random(2), leveled=True)
    # The flush; merges of two to twelve flushes; all once per twelve. Of n
    # updates, distinct(n) have different keys.
    flushes = [distinct(n * MEMORY) for n in range(1, 13)]
    assert flushes[-2] < MEMORY * RATIO < flushes[-1]
    expected = (12 * flushes[0] + sum(flushes[1:]) + KEYS) / 12 / MEMORY
    assert written == pytest.approx(expected, rel=0.03)
    assert 1.05 < stored < 1.2


def test_tiered_writes_least_reads_most_and_stores_most() -> None:
    _, leveled_read, leveled_stored = lsm_tree(Random(2), leveled=True)
    written, read, stored = lsm_tree(Random(2), leveled=False)
    assert 2 < written < 3
    assert read > 3 * leveled_read
    assert stored > 1.5 * leveled_stored


def test_tiered_merges_its_last_level_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(amplification, "UPDATES", 400_000)
    written, _, stored = lsm_tree(Random(2), leveled=False)
    # The table and nine runs of about 5,000 each become one of 20,000.
    last = KEYS / (9 * RATIO * MEMORY)
    merged = distinct(RATIO * MEMORY) / RATIO / MEMORY
    flushed = distinct(MEMORY) / MEMORY
    assert written == pytest.approx(flushed + merged + last, rel=0.03)
    assert 1.8 < stored < 2.1


def test_each_of_the_three_is_best_at_one_thing() -> None:
    costs = [
        b_tree(Random(3)),
        lsm_tree(Random(3), leveled=True),
        lsm_tree(Random(3), leveled=False),
    ]
    best = [column.index(min(column)) for column in zip(*costs, strict=True)]
    assert best == [2, 0, 1]
