"""Lock without an owner: a mutex that anybody's DEL can open.

DELIBERATELY WRONG: the value of the lock names nobody, nobody looks again
after acquiring it, and an error leaves it behind.

Time: O(1) commands per request. Space: O(1).
Source: Redis manual, "Distributed Locks with Redis",
https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/
"""

from collections.abc import Iterator

import redis
from fakeredis import FakeRedis

PAGE, LOCK, LOCK_SECONDS = "page:home", "lock:home", 10


def serve(cache: redis.Redis, name: str) -> Iterator[str]:
    """What one web server does, step by step."""
    if cache.get(PAGE) is not None:
        yield "finds the page"
        return
    yield "misses"
    if not cache.set(LOCK, "1", nx=True, ex=LOCK_SECONDS):
        yield "finds the lock taken"
        return
    yield "locks, starts to render"
    cache.set(PAGE, f"rendered by {name}")
    cache.delete(LOCK)  # whose lock?
    yield "stores, deletes the lock"


def play(cache: redis.Redis, script: str) -> list[str]:
    """One line per word of the script: a server's next step, or an event."""
    cache.flushdb()
    servers: dict[str, Iterator[str]] = {}
    lines = []
    for word in script.split():
        if word == "EXPIRE":
            cache.delete(LOCK)  # as Redis does after LOCK_SECONDS
            lines.append("      the lock expires")
        elif word == "EDIT":
            cache.delete(PAGE)
            lines.append("      an edit deletes the page")
        else:
            server = servers.setdefault(word, serve(cache, word))
            lines.append(f"{word:5} {next(server)}")
    return lines


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    for title, script in {
        "1. Nobody looks again": "ada bob ada ada bob",
        "2. Ada crashes": "ada ada bob bob EXPIRE cyd cyd",
        "3. A slow render": "ada ada EXPIRE bob bob ada EDIT cyd cyd bob",
    }.items():
        print(title, *play(cache, script), sep="\n")
    print("      the page is now", cache.get(PAGE))
