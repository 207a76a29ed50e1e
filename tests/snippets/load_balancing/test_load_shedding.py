from random import Random

import pytest

from snippets.load_balancing.load_shedding import (
    CAPACITY,
    LOADS,
    TIMEOUT,
    arrivals,
    run,
)

SHEDDING = ["deadline", "bounded"]
SHARE = 100 * CAPACITY / LOADS[1]  # of an overload that can be answered


@pytest.mark.parametrize("seed", range(3))
def test_oldest_first_answers_nobody_and_goes_on_after_the_overload(
    seed: int,
) -> None:
    (calm, overload, after), _ = run("oldest first", arrivals(Random(seed)))
    assert calm == 100
    assert overload < 10
    assert after < 10


@pytest.mark.parametrize("rule", [*SHEDDING, "newest first"])
@pytest.mark.parametrize("seed", range(3))
def test_the_others_answer_what_the_server_can_do(rule: str, seed: int) -> None:
    (calm, overload, after), _ = run(rule, arrivals(Random(seed)))
    assert calm > 99
    assert overload == pytest.approx(SHARE, abs=4)
    assert after > 98


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [("newest first", 0, 0.1), ("bounded", 0.3, 0.6), ("deadline", 0.8, 1.0)],
)
def test_in_the_overload_they_differ_in_how_long_one_waits(
    rule: str, low: float, high: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "snippets.load_balancing.load_shedding.LOADS", [150] * 3
    )
    _, wait = run(rule, arrivals(Random(1)))
    assert low < wait <= min(high, TIMEOUT)


def test_a_load_below_the_capacity_needs_no_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snippets.load_balancing.load_shedding.LOADS", [50] * 3)
    for rule in [*SHEDDING, "oldest first"]:
        assert run(rule, arrivals(Random(1)))[0] == [100] * 3
