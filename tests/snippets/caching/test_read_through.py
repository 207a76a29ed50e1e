import asyncio

import pytest
from fakeredis import FakeRedis

from snippets.caching.read_through import LoadingCache, ask


def cache() -> LoadingCache:
    return LoadingCache(FakeRedis(decode_responses=True))


class Failing(LoadingCache):
    async def load(self, key: str) -> str:
        await super().load(key)
        raise KeyError(key)


def test_callers_that_miss_together_share_one_load() -> None:
    loading = cache()
    assert asyncio.run(ask([loading] * 5)) == ["ADA"] * 5 + ["BOB"] * 5
    assert loading.loads == 2


def test_a_hit_loads_nothing() -> None:
    loading = cache()
    asyncio.run(ask([loading]))
    asyncio.run(ask([loading]))
    assert loading.loads == 2


def test_processes_do_not_know_of_each_others_loads() -> None:
    redis = FakeRedis(decode_responses=True)
    callers = [LoadingCache(redis) for _ in range(3)]
    asyncio.run(ask(callers))
    assert [each.loads for each in callers] == [2, 2, 2]


def test_what_was_loaded_expires() -> None:
    redis = FakeRedis(decode_responses=True)
    asyncio.run(ask([LoadingCache(redis)]))
    assert [redis.ttl("ada"), redis.ttl("bob")] == [3600, 3600]


def test_an_empty_value_is_a_hit() -> None:
    loading = cache()

    async def twice() -> list[str]:
        return [await loading.get(""), await loading.get("")]

    assert asyncio.run(twice()) == ["", ""]
    assert loading.loads == 1


def test_a_failed_load_fails_all_its_callers_and_is_not_kept() -> None:
    loading = Failing(FakeRedis(decode_responses=True))

    async def together() -> list[str | BaseException]:
        asked = [loading.get("ada"), loading.get("ada")]
        return await asyncio.gather(*asked, return_exceptions=True)

    for loads in [1, 2]:
        answers = asyncio.run(together())
        assert [type(answer) for answer in answers] == [KeyError, KeyError]
        assert loading.loads == loads


def test_a_caller_that_gives_up_does_not_end_the_load_of_the_others() -> None:
    loading = cache()

    async def first_gives_up() -> str:
        first = asyncio.create_task(loading.get("ada"))
        second = asyncio.create_task(loading.get("ada"))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return await second

    assert asyncio.run(first_gives_up()) == "ADA"
    assert loading.loads == 1
