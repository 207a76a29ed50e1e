"""A session written by two requests: which of the two changes survives.

Time: O(1) commands per change without a conflict. Space: O(1) per session.
Source: Redis manual, "Transactions", "Optimistic locking",
https://redis.io/docs/latest/develop/using-commands/transactions/
"""

import json
from collections.abc import Callable
from functools import partial
from typing import cast

from fakeredis import FakeRedis
from redis import Redis, WatchError

KEY = "session:ada"
LIFETIME_SECONDS = 1800
type Other = Callable[[], object]


def blob(redis: Redis, field: str, value: str, other: Other) -> None:
    """Read all, change one, write all. WRONG: what `other` wrote is lost."""
    session = json.loads(cast(str | None, redis.get(KEY)) or "{}")
    other()
    session[field] = value
    redis.set(KEY, json.dumps(session), ex=LIFETIME_SECONDS)


def watched(redis: Redis, field: str, value: str, other: Other) -> None:
    """The same, but only if nobody wrote in between; else again."""
    with redis.pipeline() as pipeline:
        while True:
            pipeline.watch(KEY)  # type: ignore[no-untyped-call]
            text = cast(str | None, pipeline.get(KEY))
            other()
            pipeline.multi()
            changed = json.loads(text or "{}") | {field: value}
            pipeline.set(KEY, json.dumps(changed), ex=LIFETIME_SECONDS)
            try:
                pipeline.execute()
            except WatchError:
                other = str  # the other request has ended
            else:
                return


def one_field(redis: Redis, field: str, value: str, other: Other) -> None:
    """Write the field that changes, and no other."""
    other()
    redis.hset(KEY, field, value)


if __name__ == "__main__":
    for save in (blob, watched, one_field):
        redis = FakeRedis(decode_responses=True)
        redis.delete(KEY)
        save(redis, "cart", "book", partial(save, redis, "lang", "fr", str))
        fields = save is one_field
        kept = redis.hgetall(KEY) if fields else json.loads(str(redis.get(KEY)))
        print(f"{save.__name__:9}", *sorted(cast(dict[str, str], kept)))
