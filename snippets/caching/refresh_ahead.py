"""Refresh-ahead: reload an entry that is still valid, once, while it is served.

An entry carries the time from which a request starts its reload. Without a
guard each request does so until the first reload is back. Assumed: requests
come evenly spaced; a reload takes as long as its query.

Time: O(1) per request. Space: O(reloads under way).
Source: Caffeine manual, "Refresh",
https://github.com/ben-manes/caffeine/wiki/Refresh
"""

import json

from fakeredis import FakeRedis
from redis import Redis

TTL_S, RELOAD_S = 3600, 3240  # expires, and is reloaded from


def store(cache: Redis, value: str, now_ms: int) -> None:
    """Keep the value with its time to reload."""
    entry = {"value": value, "reload_at": now_ms + RELOAD_S * 1000}
    cache.set("user:1", json.dumps(entry), ex=TTL_S)


def get(cache: Redis, now_ms: int, *, guarded: bool) -> tuple[str, bool]:
    """The value of a held entry, and whether to start a reload."""
    entry = json.loads(str(cache.get("user:1")))
    due = now_ms >= entry["reload_at"]
    if due and guarded:  # the guard expires in case its owner dies
        due = bool(cache.set("reloading:user:1", "x", nx=True, ex=60))
    return entry["value"], due


def queries_of_one_reload(
    cache: Redis, rate: int, query_ms: int, *, guarded: bool
) -> int:
    """Queries that requests start until the entry is fresh again."""
    cache.flushdb()
    store(cache, "old", now_ms=0)
    queries = 0
    # From the request that starts the first reload until that is back.
    for number in range(-(-rate * query_ms // 1000)):
        now = RELOAD_S * 1000 + number * 1000 // rate
        value, due = get(cache, now, guarded=guarded)
        assert value == "old"  # served at once
        queries += due
    return queries


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    print("requests/s  query   unguarded  guarded")
    for rate, query_ms in [(200, 50), (200, 500), (1000, 500)]:
        counts = [
            queries_of_one_reload(cache, rate, query_ms, guarded=guarded)
            for guarded in [False, True]
        ]
        print(f"{rate:10}{query_ms:5} ms{counts[0]:11}{counts[1]:9}")
