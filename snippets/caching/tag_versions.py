"""Tag version: an entry is good while none of its tags has a new version.

Versions are random: a lost one is replaced by one that no entry has.

Time: O(tags) per read and per fill, O(1) per purge. Space: O(tags) per entry.
Source: memcached wiki, "Programming tricks", section "Namespacing",
https://github.com/memcached/memcached/wiki/ProgrammingTricks
"""

import json
from secrets import token_hex

import redis
from fakeredis import FakeRedis

TTL = 3_600  # seconds


def versions(cache: redis.Redis, *tags: str) -> dict[str, object]:
    """The version of each tag; to be asked for before the query."""
    names = [f"tag:{tag}" for tag in tags]
    while None in (found := cache.mget(names)):
        for name in names:
            cache.set(name, token_hex(8), nx=True, ex=TTL)
    return dict(zip(tags, found, strict=True))


def purge(cache: redis.Redis, tag: str) -> int:
    """Give the tag a new version; how many keys this wrote."""
    return cache.delete(f"tag:{tag}")


def fill(
    cache: redis.Redis, key: str, value: str, seen: dict[str, object]
) -> None:
    """Store a value with the versions that were seen before its query."""
    cache.set(key, json.dumps([value, seen]), ex=TTL)


def get(cache: redis.Redis, key: str) -> str | None:
    """The value, or None if it is missing or a tag has a new version."""
    if (entry := cache.get(key)) is None:
        return None
    value, seen = json.loads(entry)
    return str(value) if seen == versions(cache, *seen) else None


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    for page in range(1_000):
        seen = versions(cache, f"product:{page % 100}", "shop")
        fill(cache, f"page:{page}", "html", seen)
        if page == 17:
            early = seen  # ada sees these, then starts to render page 17
    for tag in ["product:17", "shop"]:
        written = purge(cache, tag)
        left = sum(get(cache, f"page:{n}") is not None for n in range(1_000))
        print(f"purge {tag}: {written} key written, {left} pages still good")
    fill(cache, "page:17", "old", early)
    print("after ada's late fill:", get(cache, "page:17"))
