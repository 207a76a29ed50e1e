"""Tag as a set of keys: a purge deletes each entry that the set names.

Time: O(tags) per fill, O(members) per purge. Space: O(keys · tags); the
set keeps the names of entries that have expired or were evicted.
Source: Redis documentation, "Redis sets",
https://redis.io/docs/latest/develop/data-types/sets/
"""

import redis
from fakeredis import FakeRedis

TTL = 3_600  # seconds


def fill(cache: redis.Redis, key: str, value: str, tags: list[str]) -> None:
    """Store a value and enter its key into the set of each tag."""
    with cache.pipeline() as pipe:
        pipe.set(key, value, ex=TTL)
        for tag in tags:
            pipe.sadd(f"tag:{tag}", key)
        pipe.execute()


def purge(cache: redis.Redis, tag: str) -> tuple[int, int]:
    """How many keys the set named, and how many of them still existed."""
    name = f"tag:{tag}"
    with cache.pipeline() as pipe:  # together: a fill comes before or after
        pipe.smembers(name)
        pipe.delete(name)
        keys, _ = pipe.execute()
    existed = cache.delete(*keys) if keys else 0
    return len(keys), existed


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    for page in range(1_000):
        fill(cache, f"page:{page}", "html", [f"product:{page % 100}", "shop"])
    for page in range(900):
        cache.delete(f"page:{page}")  # as if it had expired
    for tag in ["product:17", "shop"]:
        named, existed = purge(cache, tag)
        print(f"purge {tag}: {named:5,} keys named, {existed} still there")

    # ada queries, then bob commits and purges, then ada fills
    purge(cache, "product:17")
    fill(cache, "page:17", "old html", ["product:17", "shop"])
    print("after bob's purge and ada's late fill:", cache.get("page:17"))
