import pytest
from fakeredis import FakeRedis

from snippets.caching.refresh_ahead import (
    RELOAD_S,
    TTL_S,
    get,
    queries_of_one_reload,
    store,
)


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


@pytest.mark.parametrize("guarded", [False, True])
def test_a_reload_starts_exactly_when_it_is_due(
    cache: FakeRedis, guarded: bool
) -> None:
    store(cache, "old", now_ms=7)
    due_at = 7 + RELOAD_S * 1000
    assert get(cache, due_at - 1, guarded=guarded) == ("old", False)
    assert get(cache, due_at, guarded=guarded) == ("old", True)


def test_only_the_first_guarded_request_reloads(cache: FakeRedis) -> None:
    store(cache, "old", now_ms=0)
    now = RELOAD_S * 1000
    starts = [get(cache, now, guarded=True)[1] for _ in range(3)]
    assert starts == [True, False, False]


def test_the_guard_goes_away_by_itself(cache: FakeRedis) -> None:
    store(cache, "old", now_ms=0)
    get(cache, RELOAD_S * 1000, guarded=True)
    assert 0 < cache.ttl("reloading:user:1") <= 60


def test_an_entry_expires_after_it_could_be_reloaded(cache: FakeRedis) -> None:
    store(cache, "old", now_ms=0)
    assert cache.ttl("user:1") == TTL_S > RELOAD_S


@pytest.mark.parametrize(
    ("rate", "query_ms", "queries"),
    [
        (1, 50, 1),
        (200, 50, 10),
        (200, 500, 100),
        (300, 500, 150),
        (1000, 50, 50),
        (2000, 50, 100),
    ],
)
def test_unguarded_queries_are_the_rate_times_the_length_of_a_query(
    cache: FakeRedis, rate: int, query_ms: int, queries: int
) -> None:
    found = queries_of_one_reload(cache, rate, query_ms, guarded=False)
    assert found == queries
    assert queries_of_one_reload(cache, rate, query_ms, guarded=True) == 1
