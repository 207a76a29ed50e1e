from fakeredis import FakeRedis

from snippets.caching.cache_outage import Unreachable, one_second


def test_a_healthy_cache_leaves_the_database_its_misses() -> None:
    cache = FakeRedis(decode_responses=True)
    cache.mset({f"user:{user}": "" for user in range(900)})
    for guarded in [False, True]:
        answers = one_second(cache, guarded=guarded, permits=1_000)
        assert answers == {"from cache": 900, "asked database": 100}


def test_without_a_plan_every_request_still_fails() -> None:
    answers = one_second(Unreachable(), guarded=False, permits=1_000)
    assert answers == {"failed": 1_000}


def test_falling_through_sends_the_database_ten_times_its_load() -> None:
    answers = one_second(Unreachable(), guarded=True, permits=1_000)
    assert answers == {"asked database": 1_000}


def test_a_budget_refuses_what_is_beyond_it() -> None:
    answers = one_second(Unreachable(), guarded=True, permits=300)
    assert answers == {"asked database": 300, "refused": 700}


def test_a_budget_of_nothing_refuses_all() -> None:
    answers = one_second(Unreachable(), guarded=True, permits=0)
    assert answers == {"refused": 1_000}
