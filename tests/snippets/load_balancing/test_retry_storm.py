from random import Random

import pytest

from snippets.load_balancing import retry_storm
from snippets.load_balancing.retry_storm import CAPACITY, RATE, run


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rule", ["3 tries", "backoff"])
def test_retries_keep_the_outage_alive(rule: str, seed: int) -> None:
    first, *rest, load = run(rule, Random(seed))
    assert first > 98
    assert max(rest) == 0
    assert load > 2.5


@pytest.mark.parametrize("rule", ["1 try", "budget", "breaker", "drop"])
def test_what_bounds_the_load_ends_it(rule: str) -> None:
    first, second, *rest, load = run(rule, Random(1))
    assert first == 100
    assert second < 90
    assert rest == [100] * 4
    assert load < 1.1


def test_dropping_and_a_breaker_lose_less_than_waiting_for_the_queue() -> None:
    after = {
        rule: run(rule, Random(1))[1]
        for rule in ["1 try", "budget", "breaker", "drop"]
    }
    assert after["drop"] > after["breaker"] > after["1 try"]
    assert after["1 try"] > after["budget"]


def test_one_try_takes_as_long_as_the_queue_is_worked_off() -> None:
    # 5 s of arrivals wait; what is spare works it off to one second of work.
    queue, spare = 5 * RATE, CAPACITY - RATE
    lost = 5 + (queue - CAPACITY) / spare
    lost += 1 - CAPACITY / 100  # those who come in the last second may wait
    assert run("1 try", Random(1))[1] == pytest.approx(
        100 * (1 - lost / 20), abs=4
    )


@pytest.mark.parametrize(("rate", "recovers"), [(30, True), (40, False)])
def test_three_tries_recover_only_below_a_third_of_the_capacity(
    monkeypatch: pytest.MonkeyPatch, rate: int, recovers: bool
) -> None:
    monkeypatch.setattr(retry_storm, "RATE", rate)
    *_, last, _ = run("3 tries", Random(1))
    assert (last == 100) == recovers


@pytest.mark.parametrize(("rate", "recovers"), [(85, True), (95, False)])
def test_a_budget_needs_room_for_its_tenth(
    monkeypatch: pytest.MonkeyPatch, rate: int, recovers: bool
) -> None:
    monkeypatch.setattr(retry_storm, "RATE", rate)
    *_, last, _ = run("budget", Random(1))
    assert (last == 100) == recovers


def test_without_an_outage_nobody_retries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retry_storm, "UP", retry_storm.DOWN)
    assert run("3 tries", Random(1)) == [*[100] * 6, 1.0]


def test_a_short_outage_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry_storm, "UP", retry_storm.DOWN + 0.9)
    *rest, _ = run("3 tries", Random(1))
    assert rest[2:] == [100] * 4
