import pytest
from fakeredis import FakeRedis

from snippets.caching.lock_with_token import (
    LOCK,
    LOCK_MS,
    PAGE,
    PAGE_SECONDS,
    acquire,
    finish,
)


def client() -> FakeRedis:
    cache = FakeRedis(decode_responses=True)
    cache.flushdb()
    return cache


def test_one_token_holds_the_lock_at_a_time() -> None:
    cache = client()
    assert acquire(cache, "a")
    assert not acquire(cache, "b")
    assert cache.get(LOCK) == "a"


def test_a_lock_expires_by_itself() -> None:
    cache = client()
    acquire(cache, "a")
    assert LOCK_MS - 5_000 < cache.pttl(LOCK) <= LOCK_MS


def test_the_holder_stores_and_releases() -> None:
    cache = client()
    acquire(cache, "a")
    assert finish(cache, "a", "new")
    assert cache.get(PAGE) == "new"
    assert PAGE_SECONDS - 5 < cache.ttl(PAGE) <= PAGE_SECONDS
    assert acquire(cache, "b")


def test_the_holder_can_release_without_a_page() -> None:
    cache = client()
    acquire(cache, "a")
    assert finish(cache, "a", None)
    assert cache.get(PAGE) is None
    assert cache.get(LOCK) is None


@pytest.mark.parametrize("page", ["", "old"])
def test_a_former_holder_neither_stores_nor_releases(page: str) -> None:
    cache = client()
    acquire(cache, "a")
    cache.delete(LOCK)
    assert not finish(cache, "a", page), "nobody holds it"
    acquire(cache, "b")
    assert not finish(cache, "a", page), "another holds it"
    assert cache.get(PAGE) is None
    assert cache.get(LOCK) == "b"


def test_an_edit_that_deletes_page_and_lock_refuses_the_older_page() -> None:
    cache = client()
    acquire(cache, "a")
    cache.delete(PAGE, LOCK)
    assert not finish(cache, "a", "from before the edit")
    acquire(cache, "b")
    assert finish(cache, "b", "from after the edit")
    assert cache.get(PAGE) == "from after the edit"


def test_an_empty_page_is_a_page() -> None:
    cache = client()
    acquire(cache, "a")
    assert finish(cache, "a", "")
    assert cache.get(PAGE) == ""


def test_a_lock_lost_between_look_and_exec_stops_the_transaction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache = client()
    acquire(cache, "a")
    pipeline = cache.pipeline()
    look = pipeline.get

    def slow_look(key: str) -> object:
        token = look(key)
        cache.set(LOCK, "b")  # expired, and taken by another
        return token

    monkeypatch.setattr(pipeline, "get", slow_look)
    monkeypatch.setattr(cache, "pipeline", lambda: pipeline)
    assert not finish(cache, "a", "old")
    assert cache.get(LOCK) == "b"
    assert cache.get(PAGE) is None


def test_both_keys_are_in_one_hash_slot() -> None:
    braces = [key[key.index("{") : key.index("}")] for key in (PAGE, LOCK)]
    assert braces[0] == braces[1]
