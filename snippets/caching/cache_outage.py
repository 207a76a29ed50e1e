"""Cache outage: without a plan it fails requests, or floods the database.

Assumed: a second of 1,000 requests for as many users, 900 of them cached, and a
database that can answer 300 queries in it.

Time: O(1) per request. Space: O(1).
Source: AWS Builders' Library, "Caching challenges and strategies",
https://aws.amazon.com/builders-library/caching-challenges-and-strategies/
"""

from collections import Counter
from typing import Any

from fakeredis import FakeRedis
from redis import ConnectionError as CacheDown
from redis import Redis

REQUESTS, CACHED, CAPACITY = 1_000, 900, 300


class Unreachable(Redis):
    """A client whose server is gone."""

    def execute_command(self, *args: Any, **_: Any) -> Any:
        """No answer to any command."""
        raise CacheDown(f"no connection for {args[0]!r}")


def one_second(cache: Redis, *, guarded: bool, permits: int) -> Counter[str]:
    """Where requests go; if `guarded`, no answer counts as a miss."""
    answers: Counter[str] = Counter()
    for user in range(REQUESTS):
        try:
            held = cache.get(f"user:{user}")
        except CacheDown:
            if not guarded:
                answers["failed"] += 1
                continue
            held = None
        if held is not None:
            answers["from cache"] += 1
        elif answers["asked database"] < permits:
            answers["asked database"] += 1
        else:
            answers["refused"] += 1
    return answers


if __name__ == "__main__":
    healthy = FakeRedis(decode_responses=True)
    healthy.mset({f"user:{user}": "x" for user in range(CACHED)})
    for label, cache, guarded, permits in [
        ("cache up", healthy, False, REQUESTS),
        ("down, no plan", Unreachable(), False, REQUESTS),
        ("down, fall through", Unreachable(), True, REQUESTS),
        ("down, within budget", Unreachable(), True, CAPACITY),
    ]:
        answers = one_second(cache, guarded=guarded, permits=permits)
        over = max(answers["asked database"] - CAPACITY, 0)
        print(f"{label:20} {dict(answers)}, {over} over capacity")
