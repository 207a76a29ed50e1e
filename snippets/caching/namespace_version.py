"""Namespace version: one write makes a whole group of entries unreachable.

The version is part of every key. Nothing is searched and nothing deleted:
entries of earlier versions stay until they expire or are evicted.

Time: O(1) per purge; one more read per access. Space: O(entries purged).
Source: memcached wiki, "Programming tricks", section "Namespacing",
https://github.com/memcached/memcached/wiki/ProgrammingTricks
"""

import redis
from fakeredis import FakeRedis

TTL = 3_600  # seconds; bounds the life of what nobody can reach any more


def full_key(cache: redis.Redis, group: str, key: str) -> str:
    """The key's name in the present version of its group."""
    version = str(cache.get(f"version:{group}") or 0)
    return f"{group}:{version}:{key}"


def purge(cache: redis.Redis, group: str) -> None:
    """Make every entry of the group unreachable; call it after the commit."""
    cache.incr(f"version:{group}")


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    for number in range(1_000):
        cache.set(full_key(cache, "shop", f"page:{number}"), "old", ex=TTL)
    early = full_key(cache, "shop", "page:17")  # ada starts to render it

    purge(cache, "shop")
    key = full_key(cache, "shop", "page:17")
    print(f"{early} became {key}, which holds", cache.get(key))
    cache.set(early, "old", ex=TTL)  # ada is ready
    print("after ada's late fill it holds", cache.get(key))
    print("keys in memory:", cache.dbsize())

    cache.delete("version:shop")  # evicted, or lost at a failover
    key = full_key(cache, "shop", "page:17")
    print(f"the version is lost: {key} is back, with", cache.get(key))
