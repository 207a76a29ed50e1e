from unittest.mock import Mock

import pytest

from snippets.databases import hyperloglog
from snippets.databases.hyperloglog import HyperLogLog


def counted(first: int, end: int, registers: int = 1_024) -> HyperLogLog:
    counter = HyperLogLog(registers)
    for number in range(first, end):
        counter.add(f"v{number}")
    return counter


def test_nobody_is_counted_as_zero() -> None:
    assert HyperLogLog().count() == 0


def test_one_visitor_is_counted_as_about_one() -> None:
    assert counted(0, 1).count() == pytest.approx(1, abs=0.01)


def test_a_hash_of_zeros_has_the_highest_rank(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    zeros = Mock(**{"return_value.digest.return_value": bytes(8)})
    monkeypatch.setattr(hyperloglog, "blake2b", zeros)
    assert max(counted(0, 1, 1_024).registers) == 54 + 1 < 2**6


def test_most_new_visitors_to_a_filled_counter_raise_no_register() -> None:
    counter, raised = HyperLogLog(), 0
    for number in range(20_000):
        before = sum(counter.registers)
        counter.add(f"visitor:{number}")
        raised += sum(counter.registers) > before
    assert raised == 2_847


def test_the_estimate_of_2007_is_2_percent_high_where_it_takes_over() -> None:
    visitors = 2_560
    found = [
        counted(start, start + visitors).count()
        for start in range(0, 100 * visitors, visitors)
    ]
    assert sum(found) / 100 == pytest.approx(1.02 * visitors, rel=0.01)


def test_who_comes_again_changes_nothing() -> None:
    counter = counted(0, 500)
    before = list(counter.registers)
    for number in range(500):
        counter.add(f"v{number}")
    assert counter.registers == before


@pytest.mark.parametrize("visitors", [10, 100, 1_000, 10_000, 50_000])
def test_estimates_are_within_three_standard_errors_of_a_set(
    visitors: int,
) -> None:
    exact = len({f"v{number}" for number in range(visitors)})
    error = 3 * 1.04 / 1_024**0.5
    assert counted(0, visitors).count() == pytest.approx(exact, rel=error)


def test_more_registers_err_less_on_average() -> None:
    def mean_square(registers: int) -> float:
        errors = [
            counted(start, start + 4_000, registers).count() / 4_000 - 1
            for start in range(0, 80_000, 4_000)
        ]
        return sum(error * error for error in errors) / len(errors)

    assert mean_square(1_024) < mean_square(128) / 2


def test_a_merged_counter_is_the_counter_of_the_union() -> None:
    merged = counted(0, 3_000)
    merged.merge(counted(2_000, 5_000))
    assert merged.registers == counted(0, 5_000).registers


def test_merging_twice_changes_nothing_more() -> None:
    merged, other = counted(0, 300), counted(200, 500)
    merged.merge(other)
    once = list(merged.registers)
    merged.merge(other)
    assert merged.registers == once


def test_counters_of_different_sizes_cannot_be_merged() -> None:
    with pytest.raises(ValueError, match="shorter"):
        HyperLogLog(256).merge(HyperLogLog(128))


@pytest.mark.parametrize("registers", [-128, 0, 64, 127, 129, 1_000])
def test_a_wrong_number_of_registers_is_refused(registers: int) -> None:
    with pytest.raises(ValueError, match=f"{registers} is no power of two"):
        HyperLogLog(registers)
