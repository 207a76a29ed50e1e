"""Write-back: answer when the cache has it, write to the database later.

DELIBERATELY WRONG: what waits is a list in the process. A crash, a failed query
or two passes at a time lose or reorder acknowledged writes.

Time: O(1) per write, and one query later. Space: O(writes that wait).
Source: Oracle Coherence 26.1, "Caching Data Sources", Write-Behind Caching,
https://docs.oracle.com/en/middleware/standalone/coherence/26.1.0/
"""

from collections import deque
from collections.abc import Generator, Iterable
from contextlib import suppress

from fakeredis import FakeRedis
from redis import Redis


class WriteBack:
    """Acknowledges a write that is in the cache and in a list."""

    def __init__(self, cache: Redis, puts: Iterable[tuple[str, int]]) -> None:
        self.database: dict[str, int] = {}
        self.waiting = deque(puts)
        for key, value in self.waiting:
            cache.set(key, value)  # now it is acknowledged

    def drain(self) -> Generator[None]:
        """Write what waits; at each yield a query is on its way."""
        while self.waiting:
            key, value = self.waiting.popleft()
            yield
            self.database[key] = value


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    five = [(f"user:{number}", 1) for number in range(1, 6)]
    users = WriteBack(cache, five)
    one = users.drain()
    next(one), next(one)
    with suppress(TimeoutError):
        one.throw(TimeoutError)
    list(users.drain())
    print("query 2 fails: of 5 stored", *users.database)
    users = WriteBack(cache, five)
    one = users.drain()
    next(one), next(one), next(one)  # then the process dies
    print("crash:         of 5 stored", *users.database)
    ada = "user:1"
    users = WriteBack(cache, [(ada, 1), (ada, 2)])
    one, two = users.drain(), users.drain()
    next(one), list(two), list(one)
    print("two passes:    cache", cache.get(ada), "database", users.database)
    users = WriteBack(cache, [(ada, 1), (ada, 2)])
    one = users.drain()
    next(one), next(one), cache.delete(ada)  # while 2 is on its way
    print("evicted early: cache", cache.get(ada), "database", users.database)
    users = WriteBack(cache, [(ada, visits) for visits in range(1000)])
    print("1000 updates: ", len(list(users.drain())), "queries")
