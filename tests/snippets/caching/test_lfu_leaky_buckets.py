from random import Random

import pytest

from snippets.caching.lfu_cache import LFUCache
from snippets.caching.lfu_leaky_buckets import FreeingLFU, LeakyLFU


@pytest.mark.parametrize("requests", [1, 10, 5_000])
def test_the_leak_is_still_one_bucket_per_use_count(requests: int) -> None:
    leaky: LeakyLFU[str] = LeakyLFU(10)
    freeing: FreeingLFU[str] = FreeingLFU(10)
    for _ in range(requests):
        leaky.request("ada")
        freeing.request("ada")
    assert len(leaky.buckets) == requests
    assert len(freeing.buckets) == 1
    assert sum(bool(bucket) for bucket in leaky.buckets.values()) == 1


@pytest.mark.parametrize("capacity", [1, 2, 5])
def test_freed_buckets_never_outnumber_the_entries(capacity: int) -> None:
    cache: FreeingLFU[int] = FreeingLFU(capacity)
    rng = Random(capacity)
    for _ in range(5_000):
        cache.request(rng.randrange(8))
        assert len(cache.buckets) <= capacity
        assert all(cache.buckets.values())


@pytest.mark.parametrize("capacity", [1, 2, 5])
@pytest.mark.parametrize("seed", range(5))
def test_the_leak_changes_no_hit(capacity: int, seed: int) -> None:
    leaky: LeakyLFU[int] = LeakyLFU(capacity)
    freeing: FreeingLFU[int] = FreeingLFU(capacity)
    model: LFUCache[int, None] = LFUCache(capacity)
    rng = Random(seed)
    for _ in range(2_000):
        key = rng.randrange(8)
        hit = key in model
        model.put(key, None)
        assert leaky.request(key) == hit
        assert freeing.request(key) == hit
