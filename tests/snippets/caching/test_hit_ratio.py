from random import Random
from typing import get_args

import pytest

from snippets.caching.hit_ratio import SIZES, Policy, hit_ratio, simulate

SIZE = "Cache size (of 1,000 keys)"


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("skew", [0.6, 0.9, 1.2])
@pytest.mark.parametrize("policy", ["LRU", "FIFO", "Random"])
def test_theory_is_right_within_5_percent_from_50_keys_on(
    policy: Policy, skew: float, seed: int
) -> None:
    table = simulate(policy, skew, seed=seed)
    for size, simulated, predicted in zip(
        table[SIZE], table[policy], table[f"{policy} (theory)"], strict=True
    ):
        if size >= 50:
            assert simulated == pytest.approx(predicted, rel=0.05)


@pytest.mark.parametrize("policy", ["LRU", "FIFO", "Random"])
def test_without_skew_the_share_of_keys_that_fit_is_hit(policy: Policy) -> None:
    table = simulate(policy, skew=0)
    assert table[policy] == pytest.approx(
        [size / 10 for size in SIZES], abs=1.5
    )


@pytest.mark.parametrize("policy", get_args(Policy))
@pytest.mark.parametrize("skew", [0.6, 0.9, 1.2])
def test_no_policy_beats_the_best_fixed_choice(
    policy: Policy, skew: float
) -> None:
    table = simulate(policy, skew)
    best = table["Best fixed (theory)"]
    assert all(a < b for a, b in zip(table[policy], best, strict=True))


def test_in_a_loop_longer_than_the_cache_only_random_hits() -> None:
    loop = [*range(110)] * 100
    assert hit_ratio("LRU", 100, loop, Random(1)) == 0
    assert hit_ratio("FIFO", 100, loop, Random(1)) == 0
    # Assumed: a key survives each of m misses per round with 1 - 1 / size,
    # and m of 110 keys miss: m / 110 = 1 - (1 - 1 / 100) ** m, so m = 19.4.
    assert hit_ratio("Random", 100, loop, Random(1)) == pytest.approx(82, abs=2)


def test_a_popularity_that_moves_is_not_what_theory_describes() -> None:
    table = simulate("LRU", moving=200)
    row = SIZES.index(500)
    assert table["LRU"][row] < 0.95 * table["LRU (theory)"][row]


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
