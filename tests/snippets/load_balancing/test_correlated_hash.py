from collections import Counter
from collections.abc import Callable

import pytest

from snippets.load_balancing.correlated_hash import (
    KEYS,
    SERVERS,
    choices,
    linear,
    mixed,
)


@pytest.mark.parametrize("bid", [linear, mixed])
def test_the_first_choices_are_even(bid: Callable[[str], int]) -> None:
    counts = Counter(choices(key, bid)[0] for key in KEYS)
    assert all(abs(counts[s] - 5_000) < 5 * 5_000**0.5 for s in SERVERS)


def test_of_the_linear_hash_one_server_still_inherits_everything() -> None:
    pairs = [choices(key, linear) for key in KEYS]
    assert {heir for best, heir in pairs if best == "server-0"} == {"server-1"}


def test_of_the_mixed_hash_all_inherit_alike() -> None:
    pairs = [choices(key, mixed) for key in KEYS]
    heirs = Counter(heir for best, heir in pairs if best == "server-0")
    third = heirs.total() / 3
    assert all(abs(heirs[s] - third) < 5 * third**0.5 for s in SERVERS[1:])


def test_bids_of_two_servers_differ_in_the_same_bits_for_every_key() -> None:
    keys = [key for key in KEYS if len(key) == len("user:17")]
    assert len({linear(f"{k} s-1") ^ linear(f"{k} s-2") for k in keys}) == 1
    assert len({mixed(f"{k} s-1") ^ mixed(f"{k} s-2") for k in keys}) > 80
