"""What a lease promises, one promise per test."""

import pytest
from solution import LeaseCache


def value(cache: LeaseCache[object, object], key: object) -> object:
    """The value held, or the word miss."""
    try:
        return cache.get(key)
    except KeyError:
        return "miss"


def test_a_fill_with_its_lease_is_stored() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    token = cache.lease("price", now=0)
    assert cache.fill("price", 10, token, now=1), "Nothing speaks against it."
    assert value(cache, "price") == 10, "fill said that it stored the value."
    token = cache.lease("price", now=2)  # refreshes what is still held
    assert cache.fill("price", 11, token, now=3), (
        "A lease allows a fill, whatever is held: a reader may refresh."
    )
    assert value(cache, "price") == 11, "The newer fill replaces the older."


@pytest.mark.parametrize("key", [None, 0, ""], ids=repr)
def test_any_key_and_value_can_be_held(key: object) -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    assert cache.fill(key, None, cache.lease(key, now=0), now=0), (
        "Keys and values may be None, 0 or empty."
    )
    assert value(cache, key) is None, "A stored None is no miss."


def test_a_delete_refuses_the_fill_of_an_earlier_miss() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    token = cache.lease("price", now=0)  # ada misses and queries
    cache.delete("price")  # bob has committed
    assert not cache.fill("price", 10, token, now=1), (
        "A delete makes the leases of earlier misses void. ada queried before "
        "bob's commit: her value would stay until it expires."
    )
    assert value(cache, "price") == "miss", "A refused fill stores nothing."


def test_a_delete_is_for_one_key() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    for key in ("price", "name"):
        cache.fill(key, "old", cache.lease(key, now=0), now=0)
    token = cache.lease("stock", now=1)
    cache.delete("price")
    assert value(cache, "price") == "miss", (
        "A delete drops the value. Otherwise every reader hits the old one."
    )
    assert value(cache, "name") == "old", "A delete drops one key's value."
    assert cache.fill("stock", 3, token, now=2), (
        "A delete voids the lease of one key. Nobody wrote this one."
    )


def test_a_delete_ends_a_value_and_a_lease_at_once() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    cache.fill("price", 10, cache.lease("price", now=0), now=0)
    token = cache.lease("price", now=1)  # ada refreshes what is held
    cache.delete("price")
    assert value(cache, "price") == "miss", "A delete drops the value."
    assert not cache.fill("price", 10, token, now=2), (
        "A delete ends both the value and the lease. ada had missed nothing: "
        "she refreshes a value that is still held."
    )


def test_after_a_delete_the_next_reader_fills() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    late = cache.lease("price", now=0)
    cache.delete("price")
    token = cache.lease("price", now=1)
    assert token is not None, (
        "After a delete the next reader may fill. Otherwise nobody can cache "
        "the new value."
    )
    assert not cache.fill("price", 10, late, now=2), (
        "A fill needs its own lease, not just any lease of the key. This "
        "token is from before the delete; the present one is another reader's."
    )
    assert cache.fill("price", 12, token, now=3), "This reader has the lease."
    assert value(cache, "price") == 12, "The new value is stored."


def test_one_reader_at_a_time_has_the_lease() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    price = cache.lease("price", now=0)
    assert cache.lease("price", now=9) is None, "Another reader holds it."
    name = cache.lease("name", now=1)
    assert name is not None, "A lease is for one key."
    assert not cache.fill("price", 10, None, now=9), (
        "Whoever was told to wait may not fill."
    )
    assert cache.fill("price", 10, price, now=9), (
        "Each key has a lease of its own. Another reader took one for another "
        "key since, and that voids nothing here."
    )


def test_without_any_lease_there_is_no_fill() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    assert not cache.fill("price", 10, None, now=0), (
        "Whoever was told to wait may not fill. By now the holder of the "
        "lease is done, and a writer may have been here."
    )


def test_a_lease_allows_one_fill() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    token = cache.lease("price", now=0)
    cache.fill("price", 10, token, now=1)
    assert not cache.fill("price", 11, token, now=2), (
        "A lease is good for one fill."
    )
    assert value(cache, "price") == 10, "A refused fill changes nothing."


def test_the_lease_of_a_reader_who_crashed_runs_out() -> None:
    cache: LeaseCache[object, object] = LeaseCache(10)
    slow = cache.lease("price", now=0)
    assert not cache.fill("price", 10, slow, now=10), (
        "A lease that has run out allows no fill. patience=10 seconds have "
        "passed since it was taken."
    )
    token = cache.lease("price", now=10)
    assert token is not None, "The lease of a reader who crashed must end."
    assert not cache.fill("price", 10, slow, now=11), (
        "A fill needs its own lease, not just any lease of the key."
    )
    assert cache.fill("price", 12, token, now=12), "This one still holds."
