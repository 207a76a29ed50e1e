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
