from collections import OrderedDict
from random import Random

import pytest

from snippets.caching.sampled_lru import CAPACITY, POOL, SampledLRU

Result = tuple[float, float]


def trace(requests: int) -> list[int]:
    """The load of the snippet, from another seed."""
    rng = Random(1)
    tiers = 7 * [range(50)] + 2 * [range(50, 500)] + [range(500, 500_500)]
    return [rng.choice(rng.choice(tiers)) for _ in range(requests)]


def run(samples: int, pool_size: int) -> Result:
    """Share of victims from the oldest tenth; hit ratio after a warm-up."""
    cache = SampledLRU(samples, pool_size, Random(2))
    hits = [cache.request(key, n) for n, key in enumerate(trace(20_000))]
    return cache.old_victims / cache.victims, sum(hits[5_000:]) / 15_000


@pytest.fixture(scope="module")
def results() -> dict[tuple[int, int], Result]:
    return {
        (samples, pool_size): run(samples, pool_size)
        for samples, pool_size in [
            (0, 0),
            (10, POOL),
            (5, POOL),
            (5, 0),
            (1, 0),
        ]
    }


def test_without_samples_it_is_exact_lru() -> None:
    cache = SampledLRU(0, 0, Random(1))
    model = OrderedDict[int, None]()
    for now, key in enumerate(trace(5_000)):
        assert cache.request(key, now) == (key in model)
        model[key] = model.pop(key, None)
        if len(model) > CAPACITY:
            model.popitem(last=False)
    assert cache.old_victims == cache.victims > 0


def test_sampling_every_key_is_exact_lru_too() -> None:
    every, exact = (SampledLRU(n, 0, Random(1)) for n in (CAPACITY, 0))
    for now, key in enumerate(trace(2_000)):
        assert every.request(key, now) == exact.request(key, now)


def test_more_samples_and_a_pool_find_older_victims(
    results: dict[tuple[int, int], Result],
) -> None:
    old = [share for share, _ in results.values()]
    assert old == sorted(old, reverse=True)
    assert old[0] == 1


def test_the_oldest_of_five_is_in_the_oldest_tenth_four_times_in_ten(
    results: dict[tuple[int, int], Result],
) -> None:
    assert results[5, 0][0] == pytest.approx(1 - 0.9**5, abs=0.04)
    assert results[1, 0][0] == pytest.approx(0.1, abs=0.03)


def test_five_samples_hit_as_often_as_exact_lru_on_this_load(
    results: dict[tuple[int, int], Result],
) -> None:
    exact = results[0, 0][1]
    for setting in [(10, POOL), (5, POOL), (5, 0)]:
        assert results[setting][1] == pytest.approx(exact, abs=0.005)
    assert results[1, 0][1] < exact - 0.025


def test_holds_its_capacity_and_no_key_twice() -> None:
    cache = SampledLRU(5, POOL, Random(1))
    held = set[int]()
    for now, key in enumerate(trace(3_000)):
        before = cache.victims
        assert cache.request(key, now) == (key in held)
        held = set(cache._used_at)
        assert len(held) <= CAPACITY
        assert key in held
        assert cache.victims - before in (0, 1)


def test_a_candidate_that_is_used_again_leaves_at_its_old_time() -> None:
    cache = SampledLRU(1, POOL, Random(1))
    for key in range(CAPACITY):
        cache.request(key, key)
    cache._pool = {0: 0}
    assert cache.request(0, CAPACITY)
    cache.request(CAPACITY, CAPACITY + 1)
    assert 0 not in cache._used_at
