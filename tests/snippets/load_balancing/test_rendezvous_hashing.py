from collections import Counter
from itertools import permutations
from random import Random

import pytest

from snippets.load_balancing.rendezvous_hashing import KEYS, bid, ranking

FEW = KEYS[:2_000]


def even(names: str) -> dict[str, float]:
    return dict.fromkeys(names, 1.0)


def test_who_leaves_takes_only_its_own_place_in_every_ranking() -> None:
    for key in FEW[:200]:
        full = ranking(key, even("abcde"))
        for gone in "abcde":
            rest = even("abcde".replace(gone, ""))
            assert ranking(key, rest) == [s for s in full if s != gone]


def test_the_order_of_the_servers_does_not_matter() -> None:
    for names in permutations("abc"):
        assert ranking("user:17", even("".join(names))) == ranking(
            "user:17", even("abc")
        )


def test_the_keys_of_a_dead_server_spread_over_all_the_others() -> None:
    seconds = Counter(
        second
        for first, second, *_ in (ranking(key, even("abcde")) for key in KEYS)
        if first == "a"
    )
    mean = seconds.total() / 4
    assert set(seconds) == set("bcde")
    assert all(abs(n - mean) < 5 * mean**0.5 for n in seconds.values())


@pytest.mark.parametrize("seed", range(3))
def test_a_server_wins_in_proportion_to_its_weight(seed: int) -> None:
    rng = Random(seed)
    weights = {name: rng.choice([0.5, 1.0, 2.0, 5.0]) for name in "abcd"}
    won = Counter(ranking(key, weights)[0] for key in KEYS)
    for name, weight in weights.items():
        expected = weight / sum(weights.values()) * len(KEYS)
        assert abs(won[name] - expected) < 5 * expected**0.5


def test_more_weight_takes_and_never_gives() -> None:
    for key in FEW:
        before = ranking(key, even("abcd"))[0]
        after = ranking(key, even("abcd") | {"d": 2.0})[0]
        assert after in {before, "d"}


def test_weights_matter_only_relative_to_each_other() -> None:
    for key in FEW[:200]:
        one = ranking(key, {"a": 1.0, "b": 2.0})
        assert ranking(key, {"a": 4.0, "b": 8.0}) == one


def test_a_bid_is_positive_and_finite() -> None:
    bids = [bid(key, "a", 1.0) for key in FEW]
    assert 0 < min(bids) < max(bids) < float("inf")
