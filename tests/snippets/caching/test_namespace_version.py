from fakeredis import FakeRedis

from snippets.caching.namespace_version import full_key, purge


def test_a_purge_makes_a_group_unreachable_and_no_other() -> None:
    cache = FakeRedis(decode_responses=True)
    cache.set(full_key(cache, "shop", "page:1"), "old")
    cache.set(full_key(cache, "blog", "page:1"), "old")
    purge(cache, "shop")
    assert cache.get(full_key(cache, "shop", "page:1")) is None
    assert cache.get(full_key(cache, "blog", "page:1")) == "old"


def test_a_purge_writes_one_key_and_frees_none() -> None:
    cache = FakeRedis(decode_responses=True)
    for page in range(100):
        cache.set(full_key(cache, "shop", f"page:{page}"), "old")
    purge(cache, "shop")
    assert cache.dbsize() == 101


def test_a_fill_with_the_name_from_before_the_purge_is_never_read() -> None:
    cache = FakeRedis(decode_responses=True)
    early = full_key(cache, "shop", "page:1")
    purge(cache, "shop")
    cache.set(early, "old")
    assert cache.get(full_key(cache, "shop", "page:1")) is None


def test_the_loss_of_a_counted_version_brings_old_entries_back() -> None:
    cache = FakeRedis(decode_responses=True)
    cache.set(full_key(cache, "shop", "page:1"), "old")
    purge(cache, "shop")
    cache.delete("version:shop")
    assert cache.get(full_key(cache, "shop", "page:1")) == "old"


def test_groups_with_the_same_version_share_no_names() -> None:
    cache = FakeRedis(decode_responses=True)
    assert full_key(cache, "shop", "1") != full_key(cache, "blog", "1")
