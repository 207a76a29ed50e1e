from collections.abc import Iterator
from typing import cast

import pytest
from fakeredis import FakeRedis
from redis import Redis
from redis.cluster import RedisCluster
from redis.exceptions import (
    CrossSlotTransactionError,
    MovedError,
    RedisClusterException,
    ResponseError,
)

from snippets.caching.redis_cluster_client import (
    Cache,
    connect,
    load_room,
    load_user,
    save_room,
    save_user,
)
from tests.systems.program import LOOPBACK
from tests.systems.sessions import Systems


@pytest.fixture
def cluster(systems: Systems) -> Iterator[RedisCluster]:
    nodes = systems.redis_cluster
    client = connect([(LOOPBACK, node.port) for node in nodes[:2]])
    client.flushall(target_nodes=RedisCluster.PRIMARIES)
    yield client
    client.close()


@pytest.fixture(params=["one server", "a cluster"])
def cache(request: pytest.FixtureRequest) -> Cache:
    if request.param == "one server":
        return FakeRedis(decode_responses=True)
    client = request.getfixturevalue("cluster")
    assert isinstance(client, RedisCluster)
    return client


def test_what_was_saved_is_loaded(cache: Cache) -> None:
    # Enough users for each master to hold some.
    for number in range(120, 130):
        save_user(cache, number, {"name": f"user {number}"})
    for number in range(120, 130):
        assert load_user(cache, number) == {"name": f"user {number}"}


def test_a_user_that_was_not_saved_is_none(cache: Cache) -> None:
    assert load_user(cache, 124) is None


def test_an_empty_user_is_a_user(cache: Cache) -> None:
    save_user(cache, 123, {})
    assert load_user(cache, 123) == {}


def test_a_user_expires(cache: Cache) -> None:
    save_user(cache, 123, {"name": "Ada"})
    assert 290 < int(str(cache.ttl("user:123"))) <= 300


def test_the_fields_of_a_room_share_a_slot(cache: Cache) -> None:
    save_room(cache, 12, {"name": "lobby", "seats": "12"})
    assert load_room(cache, 12, "name", "seats", "floor") == [
        *("lobby", "12", None)
    ]


def test_a_room_expires(cache: Cache) -> None:
    save_room(cache, 12, {"name": "lobby", "seats": "12"})
    for name in ("name", "seats"):
        assert 290 < int(str(cache.ttl(f"{{room:12}}:{name}"))) <= 300


def test_a_room_without_fields_stores_nothing(cache: Cache) -> None:
    save_room(cache, 12, {})
    assert load_room(cache, 12, "name") == [None]


def test_a_room_needs_braces(cluster: RedisCluster) -> None:
    transaction = cast(Redis, cluster).pipeline(transaction=True)
    transaction.set("room:12:name", "lobby")
    transaction.set("room:12:seats", "12")
    with pytest.raises(CrossSlotTransactionError):
        transaction.execute()


def test_the_client_of_one_server_is_sent_away_by_a_cluster(
    systems: Systems,
) -> None:
    with (
        Redis(port=systems.redis_cluster[0].port) as single,
        pytest.raises(MovedError, match="12893"),
    ):
        single.get("user:123")


def test_a_cluster_has_one_database(systems: Systems) -> None:
    with (
        Redis(port=systems.redis_cluster[0].port, db=1) as single,
        pytest.raises(ResponseError, match="SELECT is not allowed"),
    ):
        single.get("user:124")


def test_the_client_of_a_cluster_refuses_keys_of_two_slots(
    cluster: RedisCluster,
) -> None:
    with pytest.raises(RedisClusterException, match="same key slot"):
        cluster.mset({"user:123": "ada", "user:124": "bob"})


def test_the_client_of_a_cluster_does_not_send_wait_to_the_key() -> None:
    flags = RedisCluster.COMMAND_FLAGS
    assert flags["WAIT"] == RedisCluster.DEFAULT_NODE


def test_it_can_split_them_into_a_command_per_slot(
    cluster: RedisCluster,
) -> None:
    users = {"user:123": "ada", "user:124": "bob"}
    cluster.mset_nonatomic(users)
    assert cluster.mget_nonatomic(*users) == ["ada", "bob"]
