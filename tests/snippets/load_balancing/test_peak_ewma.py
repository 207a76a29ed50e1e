from math import exp
from random import Random

import pytest

from snippets.load_balancing.peak_ewma import (
    LATENCY,
    MEMORY,
    Latency,
    one_by_one,
)


def test_a_peak_counts_at_once() -> None:
    server = Latency()
    server.observe(0.02, 0.0)
    server.observe(0.4, 0.001)
    assert server.average == 0.4


def test_a_peak_fades_to_37_percent_of_its_height() -> None:
    server = Latency()
    server.observe(1.0, 0.0)
    server.observe(0.0, MEMORY)
    assert server.average == pytest.approx(exp(-1))


def test_an_observation_of_no_age_can_not_lower_the_average() -> None:
    server = Latency()
    server.observe(0.4, 5.0)
    server.observe(0.02, 5.0)
    assert server.average == pytest.approx(0.4)


def test_pending_requests_multiply_the_cost() -> None:
    server = Latency(average=0.02, pending=4)
    assert server.cost(0.0) == pytest.approx(0.1)


def test_what_was_not_measured_for_long_is_worth_another_try() -> None:
    slow, fast = Latency(), Latency()
    slow.observe(0.4, 0.0)
    fast.observe(0.02, 40.0)
    assert slow.cost(1.0) > fast.cost(40.0) > slow.cost(40.0)


@pytest.mark.parametrize("seed", range(5))
def test_connections_do_not_tell_a_distant_server(seed: int) -> None:
    served = one_by_one(LATENCY, by_cost=False, rng=Random(seed))
    assert 70 < served["far away"] < 130


@pytest.mark.parametrize("seed", range(5))
def test_latency_does(seed: int) -> None:
    served = one_by_one(LATENCY, by_cost=True, rng=Random(seed))
    assert 5 <= served["far away"] < 25


def test_no_two_of_these_requests_overlap() -> None:
    assert max(LATENCY.values()) < 1 / 2  # two per second


# Drawn for one request in five, and an error of 1 ms wins every draw.
@pytest.mark.parametrize("seed", range(5))
def test_fast_errors_look_like_the_best_latency(seed: int) -> None:
    latency = LATENCY | {"broken": 0.001}
    del latency["far away"]
    served = one_by_one(latency, by_cost=True, rng=Random(seed))
    assert 160 < served["broken"] < 240
