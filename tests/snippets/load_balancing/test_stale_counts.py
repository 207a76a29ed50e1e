from random import Random
from statistics import mean

import pytest

from snippets.load_balancing.stale_counts import (
    REPORTED,
    REQUESTS,
    RUNS,
    queues_after,
)


def mean_longest(choices: int, *, fresh: bool) -> float:
    return mean(
        queues_after(choices, Random(seed), fresh=fresh)[0]
        for seed in range(RUNS)
    )


def test_fresh_counts_of_all_level_the_queues() -> None:
    longest, _ = queues_after(10, Random(1), fresh=True)
    assert longest == -(-(sum(REPORTED) + REQUESTS) // len(REPORTED))


@pytest.mark.parametrize("seed", range(5))
def test_stale_counts_of_all_send_everybody_to_one(seed: int) -> None:
    assert queues_after(10, Random(seed), fresh=False) == (REQUESTS, REQUESTS)


# Of ten servers, two draws contain the new one with probability 1 / 5.
def test_two_choices_send_a_fifth() -> None:
    new = mean(
        queues_after(2, Random(seed), fresh=False)[1] for seed in range(RUNS)
    )
    assert new == pytest.approx(REQUESTS / 5, abs=0.7)


def test_two_stale_choices_are_as_good_as_chance_two_fresh_ones_better() -> (
    None
):
    chance = mean_longest(1, fresh=False)
    assert mean_longest(2, fresh=False) == pytest.approx(chance, abs=0.7)
    assert mean_longest(2, fresh=True) < chance - 2


def test_chance_needs_no_counts() -> None:
    assert mean_longest(1, fresh=True) == mean_longest(1, fresh=False)
