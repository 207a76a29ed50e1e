from random import Random
from statistics import fmean
from typing import Literal, get_args

import pytest

from snippets.load_balancing.response_time import (
    LOADS,
    WARM_UP,
    Policy,
    Service,
    at_random,
    draw,
    measure,
    response_times,
    shared,
    simulate,
)

MANY = 50_000  # requests: enough for theory, too many for a page
SEEDS = [1, 2, 3]
Tested = Literal["Mean", "p50", "p99"]


def times(policy: Policy, load: float, servers: int, seed: int) -> list[float]:
    requests = draw("Exponential", MANY, Random(seed))
    return response_times(policy, load, [1.0] * servers, requests)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("quantity", get_args(Tested))
def test_random_choice_is_an_m_m_1_within_5_percent_up_to_60(
    quantity: Tested, seed: int
) -> None:
    for load in (0.3, 0.6):
        simulated = measure(quantity, times("Random", load, 10, seed))
        assert simulated == pytest.approx(
            at_random(quantity, load, [1.0] * 10), rel=0.05
        )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("quantity", get_args(Tested))
def test_a_shared_queue_is_an_m_m_c_within_5_percent_up_to_80(
    quantity: Tested, seed: int
) -> None:
    for load in (0.3, 0.6, 0.8):
        simulated = measure(quantity, times("Shared queue", load, 10, seed))
        assert simulated == pytest.approx(shared(quantity, load, 10), rel=0.05)


def test_one_server_is_the_same_by_every_formula() -> None:
    for load in LOADS:
        for quantity in get_args(Tested):
            assert shared(quantity, load, 1) == pytest.approx(
                at_random(quantity, load, [1.0]), abs=0.001
            )


def test_an_m_m_1_of_half_load_takes_twice_the_work() -> None:
    assert at_random("Mean", 0.5, [1.0]) == pytest.approx(2)
    assert at_random("p99", 0.5, [1.0]) == pytest.approx(9.21, abs=0.01)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("load", [0.6, 0.8, 0.9])
def test_what_a_policy_knows_decides_its_rank(load: float, seed: int) -> None:
    means = [
        fmean(times(policy, load, 10, seed)) for policy in get_args(Policy)
    ]
    assert means == sorted(means, reverse=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slow_server_ruins_who_does_not_look(seed: int) -> None:
    def last(policy: Policy) -> float:
        value = simulate(policy, slowest=0.5, seed=seed)[policy][-1]
        assert value is not None
        return value

    assert last("Random") > 10 * last("Two choices")
    assert last("Round robin") > 10 * last("Two choices")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("quantity", get_args(Tested))
def test_with_a_slow_server_random_choice_is_a_mixture_within_5_percent(
    quantity: Tested, seed: int
) -> None:
    speeds = [0.5] + [1.0] * 9
    requests = draw("Exponential", 2 * MANY, Random(seed))
    simulated = measure(
        quantity, response_times("Random", 0.25, speeds, requests)
    )
    assert simulated == pytest.approx(
        at_random(quantity, 0.25, speeds), rel=0.05
    )


def test_two_choices_among_two_servers_are_least_connections() -> None:
    two, least = (  # but for the draw between equals
        fmean(times(policy, 0.8, 2, 1))
        for policy in get_args(Policy)
        if policy in ("Two choices", "Least connections")
    )
    assert two == pytest.approx(least, rel=0.01)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_choices_among_many_servers_are_as_the_mean_field_says(
    seed: int,
) -> None:
    # A queue has i or more requests with the probability 0.8^(2^i - 1).
    mean = sum(0.8 ** (2**i - 2) for i in range(1, 8))
    simulated = measure("Mean", times("Two choices", 0.8, 100, seed))
    assert simulated == pytest.approx(mean, rel=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_turns_are_as_good_as_counting_if_all_work_is_equal(seed: int) -> None:
    turns, counting = (
        simulate(policy, service="Constant", seed=seed)[policy]
        for policy in ("Round robin", "Least connections")
    )
    assert turns == pytest.approx(counting)


def test_theory_is_smooth_where_a_denominator_is_zero() -> None:
    assert shared("p99", 0.9, 10) == pytest.approx(
        shared("p99", 0.9001, 10), rel=0.002
    )


def test_what_fills_the_queues_is_not_counted() -> None:
    assert measure("Mean", [99.0] * WARM_UP + [1.0] * 100) == 1


def test_theory_has_no_value_where_a_slow_server_gets_too_much() -> None:
    assert at_random("Mean", 0.6, [0.5, 1.0]) is not None
    assert at_random("Mean", 0.7, [0.5, 1.0]) is None


@pytest.mark.parametrize("policy", get_args(Policy))
@pytest.mark.parametrize("service", get_args(Service))
def test_a_lone_server_makes_every_policy_equal(
    policy: Policy, service: Service
) -> None:
    table = simulate(policy, "Mean", 1, service=service)
    other = simulate("Random", "Mean", 1, service=service)
    assert table[policy] == pytest.approx(other["Random"])


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=3) == simulate(seed=3) != simulate(seed=4)
