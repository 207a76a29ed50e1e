"""Lease: a delete voids the fills of readers who missed before it.

Whoever misses takes a lease, then queries. A delete removes the lease as well,
and a fill without its lease is refused. The client must decode responses.

Time: O(1) per operation. Space: one short-lived key per query under way.
Source: Nishtala et al., NSDI 2013, section 3.2.1,
https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

from secrets import token_hex

import redis
from fakeredis import FakeRedis
from redis.client import Pipeline

TTL = 60  # seconds
PATIENCE = 10  # seconds; ends the lease of a reader who crashed


def take_lease(cache: redis.Redis, key: str) -> str:
    """A token that allows one fill; "" while another reader has it."""
    token = token_hex(8)
    free = cache.set(f"lease:{key}", token, nx=True, ex=PATIENCE)
    return token if free else ""


def fill(cache: redis.Redis, key: str, value: str, token: str) -> bool:
    """Whether the value was stored: only if the token is still the lease."""

    def store(pipe: Pipeline) -> None:
        if pipe.get(f"lease:{key}") == token:
            pipe.multi()
            pipe.set(key, value, ex=TTL)
            pipe.delete(f"lease:{key}")

    # WATCH the lease, store, EXEC; again if the lease changed meanwhile.
    return bool(cache.transaction(store, f"lease:{key}"))


def invalidate(cache: redis.Redis, key: str) -> None:
    """Delete value and lease; call it after the commit."""
    cache.delete(key, f"lease:{key}")


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    lease = take_lease(cache, "price:17")
    old = "10 €"  # ada's query sees it
    invalidate(cache, "price:17")  # bob has committed 12 €
    print("ada's late fill is stored:", fill(cache, "price:17", old, lease))
    lease = take_lease(cache, "price:17")
    other = take_lease(cache, "price:17")
    print("dan, who missed second, may fill:", other != "")
    print("cyd's fill is stored:", fill(cache, "price:17", "12 €", lease))
    print("the cache holds:", cache.get("price:17"))
