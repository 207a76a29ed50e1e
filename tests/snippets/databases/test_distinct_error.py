from random import Random

import pytest

from snippets.databases.distinct_error import (
    REGISTERS,
    Estimator,
    estimate,
    ranks,
    simulate,
    theory,
)
from snippets.databases.hyperloglog import HyperLogLog


@pytest.mark.parametrize("estimator", ["HyperLogLog", "LogLog"])
@pytest.mark.parametrize("size", [64, 128, 512])
def test_the_error_of_many_counters_is_that_of_the_theory(
    estimator: Estimator, size: int
) -> None:
    rng, visitors, counters = Random(1), 100_000, 600
    squares = [
        (estimate(estimator, ranks(size, visitors, 32, rng)) / visitors - 1)
        ** 2
        for _ in range(counters)
    ]
    error = 100 * (sum(squares) / counters) ** 0.5
    assert error == pytest.approx(theory(estimator, size), rel=0.1)


def test_of_three_estimates_two_are_within_a_standard_error() -> None:
    rng, visitors, counters = Random(1), 100_000, 1_000
    error = theory("HyperLogLog", 128) / 100
    found = [
        abs(estimate("HyperLogLog", ranks(128, visitors, 32, rng)) - visitors)
        for _ in range(counters)
    ]
    within = [sum(off < k * error * visitors for off in found) for k in (1, 2)]
    assert [share / counters for share in within] == pytest.approx(
        [0.67, 0.95], abs=0.03
    )


def test_few_registers_err_a_little_more_than_the_limit_says() -> None:
    rng, visitors, counters = Random(1), 100_000, 10_000
    squares = [
        (estimate("HyperLogLog", ranks(16, visitors, 32, rng)) / visitors - 1)
        ** 2
        for _ in range(counters)
    ]
    factor = 4 * (sum(squares) / counters) ** 0.5
    assert factor == pytest.approx(1.11, abs=0.025)


def test_a_difference_of_estimates_errs_by_0_6_percent_of_the_union() -> None:
    size, alone, both = 1_024, 497_500, 5_000
    rng, errors = Random(1), []
    for _ in range(300):
        shared = ranks(size, both, 64, rng)
        days = [
            list(map(max, ranks(size, alone, 64, rng), shared))
            for _ in range(2)
        ]
        one, other, union = (
            estimate("HyperLogLog", found)
            for found in (*days, list(map(max, *days)))
        )
        errors.append((one + other - union - both) / (2 * alone + both))
    error = (sum(error**2 for error in errors) / len(errors)) ** 0.5
    # 16,384 registers are 16 times as many, so they err by a quarter.
    assert error / 4 == pytest.approx(0.006, rel=0.1)


@pytest.mark.parametrize("estimator", ["HyperLogLog", "LogLog"])
def test_a_run_lies_on_both_sides_of_the_theory_and_near_it(
    estimator: Estimator,
) -> None:
    table = simulate(estimator)
    for found, expected in zip(
        table[estimator], table[f"{estimator} (theory)"], strict=True
    ):
        assert found == pytest.approx(expected, rel=0.45)


def test_drawn_ranks_are_like_those_of_hashed_visitors() -> None:
    counter = HyperLogLog(512)
    for number in range(20_000):
        counter.add(f"v{number}")
    drawn = ranks(512, 20_000, 64, Random(1))
    assert sum(counter.registers) / 512 == pytest.approx(
        sum(drawn) / 512, abs=0.25
    )


def test_a_register_without_visitors_has_rank_zero() -> None:
    assert ranks(512, 1, 32, Random(1)).count(0) >= 505


def test_no_rank_is_above_what_the_hash_has_bits_for() -> None:
    assert max(ranks(512, 200_000, 12, Random(1))) == 12 - 9 + 1


def test_with_16_bits_most_registers_have_the_highest_rank() -> None:
    found = ranks(512, 100_000, 16, Random(1))
    assert found.count(max(found)) / 512 == pytest.approx(0.78, abs=0.05)


def test_a_short_hash_underestimates() -> None:
    rng = Random(1)
    found = [
        estimate("HyperLogLog", ranks(512, 100_000, 14, rng)) for _ in range(20)
    ]
    assert max(found) < 50_000


def test_four_times_the_registers_halve_the_error() -> None:
    assert theory("HyperLogLog", 256) == theory("HyperLogLog", 64) / 2


def test_harmonic_means_need_64_percent_of_the_memory_of_loglog() -> None:
    ratio = theory("HyperLogLog", 100) / theory("LogLog", 100)
    assert ratio**2 == pytest.approx(0.64, abs=0.001)


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=3) == simulate(seed=3) != simulate(seed=4)


def test_the_table_has_a_row_per_number_of_registers() -> None:
    assert simulate()["Registers"] == REGISTERS
