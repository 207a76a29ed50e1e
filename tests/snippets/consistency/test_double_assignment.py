from random import Random

import pytest

from snippets.consistency import double_assignment
from snippets.consistency.double_assignment import (
    Rider,
    compare_and_set,
    read_then_write,
)


def twice(rng: Random, races: int, window: float) -> float:
    told = 0
    for _ in range(races):
        ada, bob = (Rider(rng, rng.uniform(0, window)) for _ in range(2))
        told += read_then_write(ada, bob) == 2
    return told / races


def test_read_then_write_tells_both_in_about_three_of_four_races() -> None:
    assert twice(Random(2), 5_000, 20) == pytest.approx(0.731, abs=0.02)


def test_the_share_is_that_of_gaps_below_two_messages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(double_assignment, "FASTEST", 5.0)
    monkeypatch.setattr(double_assignment, "SLOWEST", 5.0)
    expected = 1 - (1 - 10 / 20) ** 2  # gap of two even arrivals in 20 ms
    assert twice(Random(1), 5_000, 20) == pytest.approx(expected, abs=0.02)


def test_riders_far_apart_do_not_collide() -> None:
    rng = Random(1)
    for _ in range(200):
        assert read_then_write(Rider(rng, 0), Rider(rng, 100)) == 1
        assert read_then_write(Rider(rng, 100), Rider(rng, 0)) == 1


def test_at_least_one_is_always_told() -> None:
    rng = Random(1)
    for _ in range(5_000):
        ada, bob = (Rider(rng, rng.uniform(0, 20)) for _ in range(2))
        assert read_then_write(ada, bob) in (1, 2)
        assert compare_and_set(ada, bob) == 1
