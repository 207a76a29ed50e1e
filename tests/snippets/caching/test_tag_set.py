import pytest
from fakeredis import FakeRedis

from snippets.caching.tag_set import TTL, fill, purge


def test_a_purge_deletes_every_entry_of_the_tag_and_no_other() -> None:
    cache = FakeRedis(decode_responses=True)
    fill(cache, "page:1", "html", ["a", "b"])
    fill(cache, "page:2", "html", ["b"])
    assert purge(cache, "a") == (1, 1)
    assert cache.get("page:1") is None
    assert cache.get("page:2") == "html"


def test_a_purge_costs_one_deletion_per_entry() -> None:
    cache = FakeRedis(decode_responses=True)
    for page in range(50):
        fill(cache, f"page:{page}", "html", ["shop"])
    assert purge(cache, "shop") == (50, 50)
    assert purge(cache, "shop") == (0, 0)


def test_an_entry_expires() -> None:
    cache = FakeRedis(decode_responses=True)
    fill(cache, "page:1", "html", ["shop"])
    assert 0 < cache.ttl("page:1") <= TTL


def test_the_next_purge_finds_what_was_filled_during_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache = FakeRedis(decode_responses=True)
    fill(cache, "page:1", "html", ["shop"])
    delete = cache.delete

    def fill_then_delete(*names: str) -> int:
        monkeypatch.undo()
        fill(cache, "page:2", "html", ["shop"])
        return int(delete(*names))

    monkeypatch.setattr(cache, "delete", fill_then_delete)
    purge(cache, "shop")
    assert cache.get("page:2") == "html"
    assert purge(cache, "shop") == (1, 1)


def test_the_set_keeps_the_names_of_entries_that_are_gone() -> None:
    cache = FakeRedis(decode_responses=True)
    fill(cache, "page:1", "html", ["shop"])
    cache.delete("page:1")
    assert purge(cache, "shop") == (1, 0)


def test_a_fill_after_the_purge_stays_whenever_its_query_was() -> None:
    cache = FakeRedis(decode_responses=True)
    purge(cache, "shop")
    fill(cache, "page:1", "queried before the purge", ["shop"])
    assert cache.get("page:1") is not None
