"""Read-through: the cache loads what it misses, each key once at a time.

Time: O(1) per get. Space: O(loads under way), besides the cache.
Source: Caffeine manual, "Population", section "Loading",
https://github.com/ben-manes/caffeine/wiki/Population
"""

import asyncio

from fakeredis import FakeRedis
from redis import Redis


class LoadingCache:
    """Values from Redis or from `load`; misses of a key share one load."""

    def __init__(self, cache: Redis) -> None:
        self._cache, self.loads = cache, 0
        self._under_way: dict[str, asyncio.Task[str]] = {}

    async def load(self, key: str) -> str:
        """The value from the database, which lets others run meanwhile."""
        self.loads += 1
        await asyncio.sleep(0)
        return key.upper()

    async def get(self, key: str) -> str:
        """The value; raises what `load` raises, and keeps no error."""
        held = self._cache.get(key)
        if held is not None:
            return str(held)
        if key not in self._under_way:
            self._under_way[key] = asyncio.create_task(self._fill(key))
        # A caller that gives up must not end the load of the others.
        return await asyncio.shield(self._under_way[key])

    async def _fill(self, key: str) -> str:
        try:
            value = await self.load(key)
            self._cache.set(key, value, ex=3600)
            return value
        finally:
            del self._under_way[key]


async def ask(callers: list[LoadingCache]) -> list[str]:
    """The answers if all callers ask for ada and bob at once."""
    asked = [each.get(key) for key in ("ada", "bob") for each in callers]
    return await asyncio.gather(*asked)


if __name__ == "__main__":
    redis = FakeRedis(decode_responses=True)
    alone = LoadingCache(redis)
    five = [LoadingCache(redis) for _ in range(5)]
    for label, callers in [("1 process", [alone] * 5), ("5 processes", five)]:
        redis.flushdb()
        answers = asyncio.run(ask(callers))
        loads = sum(each.loads for each in set(callers))
        print(f"{label:11} {len(answers)} answers, {loads} loads")
