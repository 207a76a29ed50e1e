from fakeredis import FakeRedis
from redis.client import Pipeline

from snippets.caching.lease import PATIENCE, TTL, fill, invalidate, take_lease


def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


def test_a_fill_with_the_lease_is_stored_and_expires() -> None:
    redis = cache()
    assert fill(redis, "price:17", "10", take_lease(redis, "price:17"))
    assert redis.get("price:17") == "10"
    assert 0 < redis.ttl("price:17") <= TTL


def test_a_delete_between_miss_and_fill_refuses_the_fill() -> None:
    redis = cache()
    token = take_lease(redis, "price:17")
    invalidate(redis, "price:17")
    assert not fill(redis, "price:17", "10", token)
    assert redis.get("price:17") is None


def test_a_delete_ends_the_value_too() -> None:
    redis = cache()
    fill(redis, "price:17", "10", take_lease(redis, "price:17"))
    invalidate(redis, "price:17")
    assert redis.get("price:17") is None


def test_a_client_that_does_not_decode_can_fill_nothing() -> None:
    redis = FakeRedis()
    assert not fill(redis, "price:17", "10", take_lease(redis, "price:17"))


def test_a_reader_who_took_the_next_lease_may_fill() -> None:
    redis = cache()
    late = take_lease(redis, "price:17")
    invalidate(redis, "price:17")
    token = take_lease(redis, "price:17")
    assert not fill(redis, "price:17", "10", late)
    assert fill(redis, "price:17", "12", token)
    assert redis.get("price:17") == "12"


def test_one_reader_at_a_time_has_the_lease() -> None:
    redis = cache()
    token = take_lease(redis, "price:17")
    assert token
    assert take_lease(redis, "price:17") == ""
    assert take_lease(redis, "price:18")
    assert not fill(redis, "price:17", "10", "")


def test_a_lease_is_good_for_one_fill() -> None:
    redis = cache()
    token = take_lease(redis, "price:17")
    assert fill(redis, "price:17", "10", token)
    assert not fill(redis, "price:17", "11", token)


def test_the_lease_of_a_crashed_reader_ends() -> None:
    redis = cache()
    take_lease(redis, "price:17")
    assert 0 < redis.ttl("lease:price:17") <= PATIENCE


def test_empty_values_can_be_filled() -> None:
    redis = cache()
    assert fill(redis, "name:17", "", take_lease(redis, "name:17"))
    assert redis.get("name:17") == ""


def test_a_delete_between_the_look_and_the_store_refuses_the_fill() -> None:
    redis = cache()
    token = take_lease(redis, "price:17")
    get = Pipeline.get
    asked: list[str] = []

    def get_then_delete(pipe: Pipeline, name: str) -> object:
        found = get(pipe, name)
        if not asked:
            asked.append(name)
            invalidate(redis, "price:17")
        return found

    Pipeline.get = get_then_delete  # type: ignore[method-assign, assignment]
    try:
        assert not fill(redis, "price:17", "10", token)
    finally:
        Pipeline.get = get  # type: ignore[method-assign]
    assert asked
    assert redis.get("price:17") is None
