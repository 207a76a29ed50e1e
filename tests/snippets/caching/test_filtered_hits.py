from random import Random

import pytest

from snippets.caching.filtered_hits import (
    KEYS,
    LOCAL,
    LRU,
    REMOTE,
    REQUESTS,
    SERVERS,
    ratios,
)


def test_all_that_miss_the_first_level_ask_the_second() -> None:
    first, second, both = ratios(200, 1_000, Random(2))
    assert both == pytest.approx(first + (1 - first) * second)


def test_a_second_level_hits_less_behind_a_first_one() -> None:
    _, alone, total_alone = ratios(0, 1_000, Random(2))
    _, behind, together = ratios(200, 1_000, Random(2))
    assert alone == total_alone
    assert behind < alone - 0.25
    assert together == pytest.approx(alone, abs=0.01)


def test_a_first_level_hits_the_same_with_or_without_a_second() -> None:
    assert ratios(200, 1_000, Random(2))[0] == ratios(200, 0, Random(2))[0]


def test_local_caches_hold_what_the_remote_one_holds() -> None:
    servers, shared = [LRU(LOCAL) for _ in range(SERVERS)], LRU(REMOTE)
    weights, rng = [1 / rank for rank in range(1, KEYS + 1)], Random(2)
    for key in rng.choices(range(KEYS), weights, k=REQUESTS):
        if not rng.choice(servers).hit(key, counts=True):
            shared.hit(key, counts=True)
    held = [set(server._keys) for server in servers]
    for keys in held:
        assert len(keys & set(shared._keys)) > 0.9 * LOCAL
    assert set(range(10)) <= set.intersection(*held)


def test_without_room_nothing_hits() -> None:
    assert ratios(0, 0, Random(2)) == (0, 0, 0)


def test_the_key_that_leaves_is_the_one_unused_for_longest() -> None:
    cache = LRU(2)
    asked = [cache.hit(key, True) for key in [1, 2, 1, 3, 1, 2]]
    assert asked == [False, False, True, False, True, False]
    assert (cache.asked, cache.hits) == (6, 2)


def test_the_warm_up_is_not_counted() -> None:
    cache = LRU(2)
    cache.hit(1, counts=False)
    cache.hit(1, counts=False)
    assert (cache.asked, cache.hits) == (0, 0)
