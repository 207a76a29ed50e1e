from collections import Counter
from random import Random

import pytest

from snippets.caching.count_min_sketch import CountMinSketch


def filled(width: int, seed: int) -> tuple[CountMinSketch, Counter[int]]:
    """A sketch of 2,000 additions, and the exact counts."""
    rng, sketch, exact = Random(seed), CountMinSketch(width), Counter[int]()
    for _ in range(2_000):
        key = int(500 * rng.random() ** 3)
        sketch.add(key)
        exact[key] += 1
    return sketch, exact


@pytest.mark.parametrize("width", [1, 16, 128])
@pytest.mark.parametrize("seed", range(5))
def test_an_estimate_is_never_too_low(width: int, seed: int) -> None:
    sketch, exact = filled(width, seed)
    assert all(sketch.estimate(key) >= n for key, n in exact.items())
    sketch.halve()
    assert all(sketch.estimate(key) >= n // 2 for key, n in exact.items())


def test_one_counter_per_row_counts_everything_together() -> None:
    sketch, exact = filled(1, 0)
    assert sketch.estimate(3) == sketch.estimate("absent") == exact.total()


def test_estimates_are_exact_where_nothing_collides() -> None:
    sketch, exact = filled(100_000, 0)
    assert all(sketch.estimate(key) == n for key, n in exact.items())
    assert sketch.estimate("absent") == 0
    sketch.halve()
    assert all(sketch.estimate(key) == n // 2 for key, n in exact.items())


def test_most_estimates_exceed_the_count_by_less_than_the_bound() -> None:
    # Theorem 1 of the paper: by more than e / width * additions with a
    # probability of at most e ** -rows, 1.8 % with four.
    sketch, exact = filled(64, 0)
    over = [sketch.estimate(key) - n for key, n in exact.items()]
    bound = 2.718 / 64 * exact.total()
    assert sum(error > bound for error in over) <= 0.018 * len(over)


def test_equal_looking_keys_of_two_types_are_two_keys() -> None:
    sketch = CountMinSketch(1_000)
    sketch.add(1)
    assert sketch.estimate("1") == 0


@pytest.mark.parametrize("width", [0, -1])
def test_a_width_below_one_is_an_error_that_names_it(width: int) -> None:
    with pytest.raises(ValueError, match=f"got {width}$"):
        CountMinSketch(width)
