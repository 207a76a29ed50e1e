import pytest
from fakeredis import FakeRedis

from snippets.caching.write_back import WriteBack

FIVE = [(f"user:{number}", 1) for number in range(1, 6)]


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


def test_a_write_is_answered_before_the_database_knows(
    cache: FakeRedis,
) -> None:
    users = WriteBack(cache, FIVE)
    assert cache.get("user:5") == "1"
    assert users.database == {}
    assert len(list(users.drain())) == 5
    assert users.database == dict(FIVE)


def test_a_failed_query_still_loses_its_write(cache: FakeRedis) -> None:
    users = WriteBack(cache, FIVE)
    passing = users.drain()
    next(passing)
    with pytest.raises(TimeoutError):
        passing.throw(TimeoutError)
    list(users.drain())
    assert users.database == dict(FIVE[1:])


def test_a_crash_still_loses_what_waits_and_what_is_under_way(
    cache: FakeRedis,
) -> None:
    users = WriteBack(cache, FIVE)
    passing = users.drain()
    next(passing), next(passing)
    assert users.database == {"user:1": 1}
    assert [key for key, _ in users.waiting] == ["user:3", "user:4", "user:5"]


def test_two_passes_still_store_the_older_value_last(cache: FakeRedis) -> None:
    users = WriteBack(cache, [("user:1", 1), ("user:1", 2)])
    one, two = users.drain(), users.drain()
    next(one), list(two), list(one)
    assert (cache.get("user:1"), users.database) == ("2", {"user:1": 1})


def test_an_evicted_entry_still_hides_the_write_on_its_way(
    cache: FakeRedis,
) -> None:
    users = WriteBack(cache, [("user:1", 1), ("user:1", 2)])
    passing = users.drain()
    next(passing), next(passing), cache.delete("user:1")
    assert (cache.get("user:1"), users.database) == (None, {"user:1": 1})


def test_one_query_is_still_spent_on_each_update(cache: FakeRedis) -> None:
    users = WriteBack(cache, [("user:1", visits) for visits in range(100)])
    assert len(list(users.drain())) == 100
