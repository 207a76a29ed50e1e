import pytest
from fakeredis import FakeRedis
from redis import DataError

from snippets.caching.tag_versions import TTL, fill, get, purge, versions


def filled(*tags: str, value: str = "html") -> FakeRedis:
    cache = FakeRedis(decode_responses=True)
    fill(cache, "page:1", value, versions(cache, *tags))
    return cache


def test_an_entry_is_good_until_one_of_its_tags_is_purged() -> None:
    for tag in ["product:17", "shop"]:
        cache = filled("product:17", "shop")
        assert get(cache, "page:1") == "html"
        purge(cache, tag)
        assert get(cache, "page:1") is None


def test_a_purge_of_another_tag_changes_nothing() -> None:
    cache = filled("shop")
    purge(cache, "blog")
    assert get(cache, "page:1") == "html"


def test_a_purge_writes_one_key_however_many_entries_there_are() -> None:
    cache = filled("shop")
    for page in range(50):
        fill(cache, f"page:{page}", "html", versions(cache, "shop"))
    assert purge(cache, "shop") == 1
    assert all(get(cache, f"page:{page}") is None for page in range(50))


def test_an_entry_filled_after_the_purge_is_good() -> None:
    cache = filled("shop")
    purge(cache, "shop")
    fill(cache, "page:1", "new", versions(cache, "shop"))
    assert get(cache, "page:1") == "new"


def test_a_fill_with_versions_from_before_the_purge_is_a_miss() -> None:
    cache = filled("shop")
    seen = versions(cache, "shop")
    purge(cache, "shop")
    fill(cache, "page:1", "old", seen)
    assert get(cache, "page:1") is None


def test_entries_and_versions_expire() -> None:
    cache = filled("shop")
    versions(cache, "blog")
    for name in ["page:1", "tag:shop", "tag:blog"]:
        assert 0 < cache.ttl(name) <= TTL


def test_a_version_lives_as_long_as_the_entries_that_were_filled_with_it() -> (
    None
):
    cache = filled("shop", "product:17")
    for tag in ["shop", "product:17"]:
        cache.expire(f"tag:{tag}", 1)  # it is an hour old
    fill(cache, "page:2", "html", versions(cache, "shop", "product:17"))
    for tag in ["shop", "product:17"]:
        assert cache.ttl(f"tag:{tag}") >= cache.ttl("page:2") > 1


def test_a_reader_who_meets_a_new_tag_leaves_the_other_versions() -> None:
    cache = filled("shop")
    versions(cache, "shop", "blog")
    assert get(cache, "page:1") == "html"


def test_a_client_that_does_not_decode_is_refused() -> None:
    cache = FakeRedis()
    with pytest.raises(TypeError, match="bytes"):
        fill(cache, "page:1", "html", versions(cache, "shop"))


def test_a_version_does_not_come_back() -> None:
    cache = filled("shop")
    seen = set()
    for _ in range(10):
        seen.add(versions(cache, "shop")["shop"])
        purge(cache, "shop")
    assert len(seen) == 10


@pytest.mark.parametrize("value", ["", "0", "null"])
def test_any_value_is_a_hit(value: str) -> None:
    assert get(filled("shop", value=value), "page:1") == value


def test_what_was_never_stored_is_a_miss() -> None:
    assert get(filled("shop"), "page:2") is None


def test_redis_takes_no_object_that_nobody_serialised() -> None:
    cache = FakeRedis(decode_responses=True)
    with pytest.raises(DataError, match="dict"):
        cache.set("user:17", {"name": "ada"})  # type: ignore[arg-type]
