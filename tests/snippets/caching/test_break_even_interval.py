import pytest

from snippets.caching.break_even_interval import (
    CLASSES,
    GIGABYTE,
    ORIGIN,
    break_even,
    interval,
)


@pytest.mark.parametrize("entry_bytes", [1, 2_000, 50_000])
def test_at_the_break_even_interval_memory_and_queries_cost_the_same(
    entry_bytes: int,
) -> None:
    memory = GIGABYTE / 1e9 * entry_bytes
    queries = ORIGIN / break_even(entry_bytes)
    assert memory == pytest.approx(queries)


def test_an_entry_of_twice_the_size_has_to_be_used_twice_as_often() -> None:
    assert break_even(4_000) == pytest.approx(break_even(2_000) / 2)


def test_a_key_waits_longer_the_more_keys_share_the_requests() -> None:
    intervals = {name: interval(*load) for name, load in CLASSES.items()}
    assert intervals == pytest.approx({"hot": 1 / 7, "warm": 4.5, "other": 1e4})
    assert sum(share for share, _ in CLASSES.values()) == pytest.approx(1)
