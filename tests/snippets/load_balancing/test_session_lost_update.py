import json
from collections.abc import Callable

import pytest
from fakeredis import FakeRedis
from redis import Redis

from snippets.load_balancing.session_lost_update import KEY, blob, watched


@pytest.fixture
def redis() -> Redis:
    redis = FakeRedis(decode_responses=True)
    redis.set(KEY, '{"user": "ada", "cart": "pen"}', ex=60)
    return redis


def kept(redis: Redis) -> object:
    return json.loads(str(redis.get(KEY)))


def test_a_blob_still_loses_the_other_change(redis: Redis) -> None:
    assert blob(redis, "cart", "book", lambda: blob(redis, "lang", "fr", str))
    assert kept(redis) == {"user": "ada", "cart": "book"}


def test_a_blob_still_revives_a_session_that_has_ended(redis: Redis) -> None:
    assert blob(redis, "cart", "book", lambda: redis.delete(KEY))
    assert kept(redis) == {"user": "ada", "cart": "book"}


def test_watch_keeps_both_changes_and_the_lifetime(redis: Redis) -> None:
    assert watched(
        redis, "cart", "book", lambda: watched(redis, "lang", "fr", str)
    )
    assert kept(redis) == {"user": "ada", "cart": "book", "lang": "fr"}
    assert redis.ttl(KEY) == 60


def test_watch_lets_the_later_of_two_writes_of_a_field_win(
    redis: Redis,
) -> None:
    assert watched(
        redis, "cart", "book", lambda: watched(redis, "cart", "ink", str)
    )
    assert kept(redis) == {"user": "ada", "cart": "book"}


@pytest.mark.parametrize("save", [blob, watched])
def test_without_another_request_the_change_is_made(
    redis: Redis, save: Callable[..., bool]
) -> None:
    assert save(redis, "cart", "book", str)
    assert kept(redis) == {"user": "ada", "cart": "book"}


def test_watch_refuses_a_session_that_ends_meanwhile(redis: Redis) -> None:
    assert not watched(redis, "cart", "book", lambda: redis.delete(KEY))
    assert redis.keys() == []


def test_watch_refuses_a_session_that_has_ended(redis: Redis) -> None:
    redis.delete(KEY)
    assert not watched(redis, "cart", "book", str)
    assert redis.keys() == []
