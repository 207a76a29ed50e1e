from random import Random

import pytest

from snippets.caching.logarithmic_counter import (
    MOST,
    START,
    after_hit,
    after_pause,
)


def after(hits: int, rng: Random, counter: int = START) -> int:
    """The counter after so many hits."""
    for _ in range(hits):
        counter = after_hit(counter, rng)
    return counter


@pytest.mark.parametrize(
    ("hits", "counter"), [(100, 10), (1_000, 18), (100_000, 142)]
)
def test_counts_as_the_table_of_the_manual_says(
    hits: int, counter: int
) -> None:
    # The manual prints one measured run per cell; the mean of ours is near.
    runs = [after(hits, Random(seed)) for seed in range(10)]
    assert sum(runs) / 10 == pytest.approx(counter, rel=0.2)


def test_the_first_hit_of_a_new_key_is_counted_for_certain() -> None:
    assert all(
        after_hit(START, Random(seed)) == START + 1 for seed in range(50)
    )


def test_a_counter_below_the_start_rises_with_every_hit() -> None:
    assert after(START, Random(1), counter=0) == START


def test_stops_at_255() -> None:
    rng = Random(1)
    assert after(50_000, rng, counter=MOST) == MOST
    assert after(50_000, rng, counter=MOST - 1) == MOST


@pytest.mark.parametrize(
    ("idle", "left"), [(0, 20), (1, 19), (20, 0), (21, 0), (10_000, 0)]
)
def test_loses_one_per_minute_and_nothing_below_zero(
    idle: int, left: int
) -> None:
    assert after_pause(20, idle) == left
