from collections.abc import Iterator

import pytest

from snippets.caching.lru_five_calls import square


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    square.cache_clear()
    yield
    square.cache_clear()


def test_a_hit_makes_another_entry_leave() -> None:
    for number in [1, 2, 1, 3]:
        square(number)
    assert square.cache_info().hits == 1
    square(1)
    assert square.cache_info().hits == 2
    square(2)
    assert square.cache_info().misses == 4


def test_squares_zero_and_negative_numbers() -> None:
    assert [square(number) for number in (0, -3)] == [0, 9]
