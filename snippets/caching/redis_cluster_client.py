"""Cluster client: the calls of one server, for keys of one slot at a time.

Time: O(1) per call. Space: O(slots) for the client's table.
Source: redis-py manual, "Connecting to a cluster",
https://redis.readthedocs.io/en/stable/clustering.html
"""

import json
from itertools import starmap
from typing import cast

from fakeredis import FakeRedis
from redis import Redis
from redis.cluster import ClusterNode, RedisCluster

type Cache = Redis | RedisCluster

LIFETIME_SECONDS = 300


def connect(addresses: list[tuple[str, int]]) -> RedisCluster:
    """A client that learns the whole cluster from any node that answers."""
    nodes = [*starmap(ClusterNode, addresses)]
    return RedisCluster(startup_nodes=nodes, decode_responses=True)


def save_user(cache: Cache, number: int, user: dict[str, str]) -> None:
    """Store the user as text: Redis has no objects."""
    cache.set(f"user:{number}", json.dumps(user), ex=LIFETIME_SECONDS)


def load_user(cache: Cache, number: int) -> dict[str, str] | None:
    """The stored user, or None."""
    text = cast(str | None, cache.get(f"user:{number}"))
    return None if text is None else json.loads(text)


def save_room(cache: Cache, number: int, room: dict[str, str]) -> None:
    """Store all fields at once: the braces keep them in one slot."""
    with cache.pipeline(transaction=True) as transaction:
        for name, value in room.items():
            key = f"{{room:{number}}}:{name}"
            transaction.set(key, value, ex=LIFETIME_SECONDS)
        transaction.execute()


def load_room(cache: Cache, number: int, *names: str) -> list[str | None]:
    """The fields in the order of their names."""
    keys = [f"{{room:{number}}}:{name}" for name in names]
    return cast(list[str | None], cache.mget(keys))


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)  # or connect([(host, port), ...])
    save_user(cache, 123, {"name": "Ada"})
    print("user 123:", load_user(cache, 123))
    print("user 124:", load_user(cache, 124))
    save_room(cache, 12, {"name": "lobby", "seats": "12"})
    print("room 12:", load_room(cache, 12, "name", "seats"))
