from random import Random

import pytest

from snippets.databases.bloom_per_run import Run, pages


def runs_of(bits: int) -> list[Run]:
    return [Run(list(range(n, 1_000, 10)), bits) for n in range(10)]


@pytest.mark.parametrize("bits", [0, 1, 5, 10])
def test_a_filter_never_denies_a_key_that_the_run_has(bits: int) -> None:
    assert all(run.may_have(key) for run in runs_of(bits) for key in run.keys)


def test_without_bits_all_runs_down_to_the_key_are_read() -> None:
    runs = runs_of(0)
    assert [pages(runs, key) for key in (0, 1, 9)] == [1, 2, 10]
    assert pages(runs, 5_000) == 10


def test_with_bits_a_present_key_costs_about_one_page() -> None:
    runs = runs_of(12)
    read = sum(pages(runs, key) for key in range(1_000)) / 1_000
    assert 1 <= read < 1.1


def test_more_bits_claim_fewer_absent_keys() -> None:
    absent = Random(2).sample(range(10**6, 10**9), 1_000)
    read = [
        sum(pages(runs_of(bits), key) for key in absent[:300])
        for bits in (2, 6, 12)
    ]
    assert read == sorted(read, reverse=True)
    assert read[0] > 4 * read[2]


def test_an_empty_run_is_skipped_or_found_empty() -> None:
    assert pages([Run([], 0)], 17) == 1
