from random import Random

import pytest

from snippets.databases.hot_row import HOLD, PER_SECOND, POSTS, waits


def test_one_row_falls_behind_by_what_comes_above_its_rate() -> None:
    found = waits(1, Random(17))
    # 5,000 posts take 25 s to commit and 20 s to come.
    expected = POSTS * HOLD - POSTS / PER_SECOND
    assert found[-1] == pytest.approx(expected, rel=0.1)


@pytest.mark.parametrize("rows", [2, 4, 8])
def test_several_rows_wait_as_queues_of_their_own(rows: int) -> None:
    # Pollaczek and Khinchine, with service of a constant length.
    busy = PER_SECOND / rows * HOLD
    expected = busy * HOLD / (2 * (1 - busy))
    runs = [waits(rows, Random(seed)) for seed in range(5)]
    mean = sum(map(sum, runs)) / (POSTS * len(runs))
    assert mean == pytest.approx(expected, rel=0.1)


def test_nobody_waits_for_a_free_row() -> None:
    assert waits(1, Random(17))[0] == 0.0
    assert min(waits(8, Random(17))) == 0.0
