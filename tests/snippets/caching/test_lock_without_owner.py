from fakeredis import FakeRedis

from snippets.caching.lock_without_owner import LOCK, LOCK_SECONDS, PAGE, play


def client() -> FakeRedis:
    return FakeRedis(decode_responses=True)


def test_it_works_while_nothing_goes_wrong() -> None:
    cache = client()
    assert play(cache, "ada ada bob bob ada cyd") == [
        "ada   misses",
        "ada   locks, starts to render",
        "bob   misses",
        "bob   finds the lock taken",
        "ada   stores, deletes the lock",
        "cyd   finds the page",
    ]
    assert cache.get(PAGE) == "rendered by ada"
    assert cache.get(LOCK) is None


def test_without_a_second_look_a_stored_page_is_still_rendered_again() -> None:
    cache = client()
    lines = play(cache, "ada bob ada ada bob bob")
    assert lines[-2] == "bob   locks, starts to render"
    assert cache.get(PAGE) == "rendered by bob"


def test_a_crash_still_leaves_the_lock_until_it_expires() -> None:
    cache = client()
    assert play(cache, "ada ada bob bob")[-1] == "bob   finds the lock taken"
    assert 0 < cache.ttl(LOCK) <= LOCK_SECONDS


def test_a_slow_renderer_still_deletes_the_lock_of_another() -> None:
    cache = client()
    play(cache, "ada ada EXPIRE bob bob ada")
    assert cache.get(LOCK) is None, "bob renders, and the lock is gone"
    lines = play(cache, "ada ada EXPIRE bob bob ada EDIT cyd cyd")
    assert lines[-1] == "cyd   locks, starts to render"


def test_a_page_from_before_an_edit_is_still_stored_after_it() -> None:
    cache = client()
    play(cache, "ada ada EXPIRE bob bob ada EDIT cyd cyd bob")
    assert cache.get(PAGE) == "rendered by bob"
    assert cache.get(LOCK) is None, "and cyd's lock is gone as well"
