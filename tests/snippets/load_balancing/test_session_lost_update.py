import json

import pytest
from fakeredis import FakeRedis
from redis import Redis

from snippets.load_balancing.session_lost_update import (
    KEY,
    LIFETIME_SECONDS,
    blob,
    one_field,
    watched,
)


@pytest.fixture
def redis() -> Redis:
    return FakeRedis(decode_responses=True)


def test_a_blob_still_loses_the_other_change(redis: Redis) -> None:
    blob(redis, "cart", "book", lambda: blob(redis, "lang", "fr", str))
    assert json.loads(str(redis.get(KEY))) == {"cart": "book"}


def test_watch_keeps_both_changes_and_the_lifetime(redis: Redis) -> None:
    watched(redis, "cart", "book", lambda: watched(redis, "lang", "fr", str))
    kept = json.loads(str(redis.get(KEY)))
    assert kept == {"cart": "book", "lang": "fr"}
    assert redis.ttl(KEY) == LIFETIME_SECONDS


def test_fields_keep_both_changes(redis: Redis) -> None:
    one_field(
        redis, "cart", "book", lambda: one_field(redis, "lang", "fr", str)
    )
    assert redis.hgetall(KEY) == {"cart": "book", "lang": "fr"}


def test_a_field_that_both_write_is_the_last_one(redis: Redis) -> None:
    one_field(
        redis, "cart", "book", lambda: one_field(redis, "cart", "pen", str)
    )
    assert redis.hgetall(KEY) == {"cart": "book"}
