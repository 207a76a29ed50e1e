"""Lock with a token: only the holder can release it, or store under it.

A cluster needs both keys in one hash slot, hence the braces in their names.

Time: O(1) commands per call. Space: O(1).
Source: Redis manual, "Distributed Locks with Redis", section "Correct
Implementation with a Single Instance",
https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/
"""

import redis
from fakeredis import FakeRedis

PAGE, LOCK = "page:{home}", "lock:{home}"
PAGE_SECONDS, LOCK_MS = 60, 10_000


def acquire(cache: redis.Redis, token: str) -> bool:
    """Whether the lock was free; it is now held under this token.

    A token is used once: in production `secrets.token_hex(16)`.
    """
    return bool(cache.set(LOCK, token, nx=True, px=LOCK_MS))


def finish(cache: redis.Redis, token: str, page: str | None) -> bool:
    """Whether the token still held the lock: then store, and release it.

    The client must decode responses, so that a token compares as str.
    """
    with cache.pipeline() as pipe:
        try:
            # From here on, any change of the lock stops EXEC.
            pipe.watch(LOCK)  # type: ignore[no-untyped-call]
            if pipe.get(LOCK) != token:
                return False
            pipe.multi()
            if page is not None:
                pipe.set(PAGE, page, ex=PAGE_SECONDS)
            pipe.delete(LOCK)
            pipe.execute()
        except redis.WatchError:
            return False
        return True


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    print("ada locks:   ", acquire(cache, "token-of-ada"))
    cache.delete(LOCK)  # as Redis does after LOCK_MS
    print("the lock expires while ada renders")
    print("bob locks:   ", acquire(cache, "token-of-bob"))
    print("ada finishes:", finish(cache, "token-of-ada", "ada's old page"))
    print("the lock is: ", cache.get(LOCK))
    print("cyd locks:   ", acquire(cache, "token-of-cyd"))
    print("bob finishes:", finish(cache, "token-of-bob", "bob's page"))
    print("the page is: ", cache.get(PAGE))
