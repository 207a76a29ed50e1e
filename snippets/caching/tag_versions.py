"""Tag version: an entry is good while none of its tags has a new version.

A lost version is replaced by a random one. The client decodes responses.

Time: O(tags) per read and per fill, O(1) per purge. Space: O(tags) per entry.
Source: https://github.com/memcached/memcached/wiki/ProgrammingTricks
"""

import json
from secrets import token_hex

from fakeredis import FakeRedis
from redis import Redis

TTL = 3_600  # seconds


def versions(cache: Redis, *tags: str) -> dict[str, object]:
    """The version of each tag; to be asked for before the query."""
    names = [f"tag:{tag}" for tag in tags]
    while None in (found := cache.mget(names)):
        for name in names:
            cache.set(name, token_hex(8), nx=True, ex=TTL)
    return dict(zip(tags, found, strict=True))


def purge(cache: Redis, tag: str) -> int:
    """Give the tag a new version; how many keys this wrote."""
    return cache.delete(f"tag:{tag}")


def fill(cache: Redis, key: str, value: str, seen: dict[str, object]) -> None:
    """Store a value with the versions that were seen before its query."""
    with cache.pipeline() as pipe:
        pipe.set(key, json.dumps([value, seen]), ex=TTL)
        for tag in seen:
            pipe.expire(f"tag:{tag}", TTL)  # as long as the entry
        pipe.execute()


def get(cache: Redis, key: str) -> str | None:
    """The value, or None if it is missing or a tag has a new version."""
    if (entry := cache.get(key)) is None:
        return None
    value, seen = json.loads(entry)
    return str(value) if seen == versions(cache, *seen) else None


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    early = versions(cache, "product:17", "shop")  # ada renders page 17
    for page in range(1_000):
        seen = versions(cache, f"product:{page % 100}", "shop")
        fill(cache, f"page:{page}", "html", seen)
    for tag in ["product:17", "shop"]:
        written = purge(cache, tag)
        left = sum(get(cache, f"page:{n}") is not None for n in range(1_000))
        print(f"purge {tag}: {written} key written, {left} pages still good")
    fill(cache, "page:17", "old", early)
    print("after ada's late fill:", get(cache, "page:17"))
