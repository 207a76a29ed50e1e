from collections import Counter

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
    assert least < 0.7 < 1.3 < most


def test_a_round_uses_each_server_once() -> None:
    round_ = range(10, 20)  # the second round of subsets of 30
    used = Counter(s for client in round_ for s in deterministic(client, 30))
    assert used == Counter(range(SERVERS))


def test_rounds_differ_and_a_client_keeps_its_own() -> None:
    assert deterministic(0, 30) == deterministic(0, 30)
    assert deterministic(0, 30) != deterministic(10, 30)
