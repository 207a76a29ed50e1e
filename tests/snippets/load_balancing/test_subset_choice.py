from collections import Counter
from collections.abc import Callable

import pytest

from snippets.load_balancing.subset_choice import (
    CLIENTS,
    SERVERS,
    at_random,
    deterministic,
    spread,
)


@pytest.mark.parametrize("size", [10, 30, 100, 300])
def test_deterministic_subsets_are_even(size: int) -> None:
    assert spread(deterministic, size) == (CLIENTS * size, 1.0, 1.0)


def test_random_subsets_are_not() -> None:
    total, least, most = spread(at_random, 30)
    assert total == CLIENTS * 30
    # Binomial: the mean is 30, and 300 servers spread over 3 deviations.
    deviation = (0.9 / 30) ** 0.5
    assert 1 - 4 * deviation < least < 1 - 2 * deviation
    assert 1 + 2 * deviation < most < 1 + 4 * deviation


@pytest.mark.parametrize("choose", [at_random, deterministic])
def test_a_subset_has_no_server_twice(
    choose: Callable[[int, int], list[int]],
) -> None:
    for client in range(CLIENTS):
        assert len(set(choose(client, 30))) == 30


def test_a_round_uses_each_server_once() -> None:
    round_ = range(10, 20)  # the second round of subsets of 30
    used = Counter(s for client in round_ for s in deterministic(client, 30))
    assert used == Counter(range(SERVERS))


def test_rounds_differ_and_a_client_keeps_its_own() -> None:
    assert deterministic(0, 30) == deterministic(0, 30)
    assert deterministic(0, 30) != deterministic(10, 30)
