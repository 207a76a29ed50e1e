from random import Random

import pytest

from snippets.caching.read_write_ratio import run


@pytest.mark.parametrize("read_share", [0.1, 0.25, 0.5, 0.9, 0.99])
def test_a_read_hits_if_the_operation_before_it_was_a_read(
    read_share: float,
) -> None:
    hits, _ = run(read_share, Random(2))
    assert hits == pytest.approx(read_share, abs=0.01)


@pytest.mark.parametrize("read_share", [0.1, 0.25, 0.5, 0.9, 0.99])
def test_each_operation_and_each_miss_is_a_message(read_share: float) -> None:
    _, messages = run(read_share, Random(2))
    per_operation = 1 + read_share * (1 - read_share)
    expected = per_operation / read_share**2
    assert messages == pytest.approx(expected, rel=0.1)


def test_without_writes_only_the_first_read_misses() -> None:
    hits, messages = run(1.0, Random(2))
    assert hits == pytest.approx(1, abs=0.0001)
    assert messages == pytest.approx(1, abs=0.0001)


def test_without_reads_there_is_nothing_to_divide() -> None:
    with pytest.raises(ValueError, match=r"read share of 0\.0"):
        run(0.0, Random(2))
