from itertools import count

import pytest
from fakeredis import FakeRedis
from redis import Redis

from snippets.load_balancing.redis_sessions import (
    ABSOLUTE_SECONDS,
    IDLE_SECONDS,
    Sessions,
)


@pytest.fixture
def redis() -> Redis:
    return FakeRedis(decode_responses=True)


@pytest.fixture
def sessions(redis: Redis) -> Sessions:
    serial = count(1)
    return Sessions(redis, lambda: f"id{next(serial)}")


def test_another_server_knows_the_login(
    redis: Redis, sessions: Sessions
) -> None:
    session = sessions.login("ada", now=0)
    assert Sessions(redis, str).user(session, now=0) == "ada"


def test_nobody_has_an_unknown_id(redis: Redis, sessions: Sessions) -> None:
    assert sessions.user("planted", now=0) is None
    assert redis.keys() == []


def test_what_a_late_write_left_is_no_login(
    redis: Redis, sessions: Sessions
) -> None:
    redis.hset("session:id1", "cart", "pen")
    assert sessions.user("id1", now=0) is None


def test_a_request_does_not_revive_what_ends_meanwhile(
    redis: Redis, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, read = sessions.login("ada", now=0), redis.hgetall
    monkeypatch.setattr(
        redis, "hgetall", lambda key: (read(key), redis.delete(key))[0]
    )
    assert sessions.user(session, now=1) is None
    assert redis.keys() == []


def test_a_login_that_is_never_used_ends(
    redis: Redis, sessions: Sessions
) -> None:
    key = f"session:{sessions.login('ada', now=0)}"
    assert redis.ttl(key) == IDLE_SECONDS


def test_fields_and_lifetime_are_one_transaction(
    redis: Redis, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    pipeline = redis.pipeline

    def note(transaction: object = True) -> object:
        asked.append(transaction)
        return pipeline(transaction=bool(transaction))

    monkeypatch.setattr(redis, "pipeline", note)
    sessions.login("ada", now=0)
    assert asked == [True]


def test_a_login_ends_the_old_id(sessions: Sessions) -> None:
    old = sessions.login("ada", now=0)
    new = sessions.login("ada", now=1, old=old)
    assert sessions.user(old, now=2) is None
    assert sessions.user(new, now=2) == "ada"


def test_a_login_never_takes_the_id_that_was_brought(
    sessions: Sessions,
) -> None:
    assert sessions.login("ada", now=0, old="planted") != "planted"
    assert sessions.user("planted", now=1) is None


def test_use_prolongs_the_session(redis: Redis, sessions: Sessions) -> None:
    key = f"session:{sessions.login('ada', now=0)}"
    redis.expire(key, 60)
    sessions.user("id1", now=1)
    assert redis.ttl(key) == IDLE_SECONDS


def test_use_does_not_prolong_it_beyond_the_limit(
    redis: Redis, sessions: Sessions
) -> None:
    session = sessions.login("ada", now=0)
    assert sessions.user(session, now=ABSOLUTE_SECONDS - 1) == "ada"
    assert redis.ttl(f"session:{session}") == 1
    assert sessions.user(session, now=ABSOLUTE_SECONDS) is None
    assert redis.keys() == []
