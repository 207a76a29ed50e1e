"""A session written by two requests: what survives of either one.

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


def blob(redis: Redis, field: str, value: str, other: Other) -> bool:
    """Read all, change one, write all. WRONG: undoes what `other` did."""
    session = json.loads(cast(str | None, redis.get(KEY)) or "{}")
    other()
    session[field] = value
    return bool(redis.set(KEY, json.dumps(session), ex=LIFETIME_SECONDS))


def watched(redis: Redis, field: str, value: str, other: Other) -> bool:
    """The same if nobody wrote meanwhile, else again; False if it ended."""
    with redis.pipeline() as pipeline:
        while True:
            pipeline.watch(KEY)  # type: ignore[no-untyped-call]
            text = cast(str | None, pipeline.get(KEY))
            other()
            if text is None:
                return False
            pipeline.multi()
            changed = json.dumps(json.loads(text) | {field: value})
            pipeline.set(KEY, changed, keepttl=True)
            try:
                return bool(pipeline.execute())
            except WatchError:
                other = str  # the other request has ended


if __name__ == "__main__":
    print("the other one:  changes lang           logs out")
    for save in (blob, watched):
        redis, ends = FakeRedis(decode_responses=True), list[str]()
        change = partial(save, redis, "lang", "fr", str)
        for other in (change, partial(redis.delete, KEY)):
            redis.set(KEY, '{"user": "ada"}', ex=LIFETIME_SECONDS)
            saved = save(redis, "cart", "book", other)
            text = cast(str | None, redis.get(KEY)) or "{}"
            fields = " ".join(json.loads(text)) or "no session"
            ends.append(f"{'saved' if saved else 'refused'}: {fields}")
        print(f"{save.__name__:14}  {ends[0]:21}  {ends[1]}")
