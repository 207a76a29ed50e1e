from random import Random

import pytest

from snippets.networking.backoff_jitter import (
    CAPACITY,
    CLIENTS,
    STRATEGIES,
    TICK,
    run,
)

NAMES = pytest.mark.parametrize("name", STRATEGIES)


def served(name: str, start: int, seed: int) -> tuple[int, int, float]:
    growth, shortest = STRATEGIES[name]
    return run(growth, shortest, start, Random(seed))


@NAMES
@pytest.mark.parametrize("start", [1, 10])
def test_nobody_is_served_faster_than_the_server_can(
    name: str, start: int
) -> None:
    calls, _, seconds = served(name, start, 1)
    assert calls >= CLIENTS
    assert seconds >= CLIENTS / CAPACITY * TICK - 1e-9


@pytest.mark.parametrize("name", ["no backoff", "no jitter"])
def test_together_they_call_as_often_as_the_sum_says(name: str) -> None:
    # 1,000 + 990 + … + 10: each round serves CAPACITY of those who are left.
    rounds = CLIENTS // CAPACITY
    calls, busiest, _ = served(name, 1, 2)
    assert calls == CAPACITY * rounds * (rounds + 1) / 2 == 50_500
    assert busiest > 0.7 * CLIENTS


def test_without_jitter_each_round_waits_for_the_longest_pause() -> None:
    # Pauses 0.1 s to 6.4 s are seven, then 10 s each; 100 rounds, 99 pauses.
    seconds = served("no jitter", 1, 3)[2]
    assert seconds == pytest.approx(12.7 + 92 * 10 + TICK)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("start", [1, 10])
def test_jitter_ends_within_a_few_times_the_least(
    start: int, seed: int
) -> None:
    for name in ["equal jitter", "full jitter"]:
        calls, busiest, seconds = served(name, start, seed)
        assert calls < 8_000
        assert busiest < 200
        assert seconds < 30


@pytest.mark.parametrize("seed", range(5))
def test_a_start_within_a_second_helps_and_is_not_enough(seed: int) -> None:
    calls, _, seconds = served("no jitter", 10, seed)
    assert calls < 10_000
    assert seconds > 2 * served("full jitter", 10, seed)[2]


@NAMES
def test_the_seed_decides(name: str) -> None:
    assert served(name, 10, 4) == served(name, 10, 4)
