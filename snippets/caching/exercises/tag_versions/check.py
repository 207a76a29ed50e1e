"""What a cache with tags promises, one promise per test."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from solution import TagCache


def value(cache: TagCache[object, object], key: object) -> object:
    """The value held, or the word miss."""
    try:
        return cache.get(key)
    except KeyError:
        return "miss"


class Watched(dict[Any, Any]):
    """Entries that note which of them are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.looked: set[object] = set()

    def note(self, key: Any) -> Any:
        self.looked.add(key)
        return key

    def __contains__(self, key: object) -> bool:
        return super().__contains__(self.note(key))

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(self.note(key))

    def __setitem__(self, key: Any, entry: Any) -> None:
        super().__setitem__(self.note(key), entry)

    def __delitem__(self, key: Any) -> None:
        super().__delitem__(self.note(key))

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(self.note(key), default)

    def pop(self, key: Any, *default: Any) -> Any:
        return super().pop(self.note(key), *default)

    def __iter__(self) -> Iterator[Any]:
        return map(self.note, list(super().keys()))

    def keys(self) -> Any:
        return iter(self)

    def items(self) -> Any:
        return ((key, self[key]) for key in self)

    def values(self) -> Any:
        return (self[key] for key in self)


def test_an_entry_can_be_read_until_a_tag_is_purged() -> None:
    cache: TagCache[object, object] = TagCache()
    cache.fill("page:1", "html", cache.versions("product:1", "shop"))
    assert value(cache, "page:1") == "html", "Nothing was purged yet."
    cache.purge("shop")
    assert value(cache, "page:1") == "miss", (
        "One purged tag is enough to make an entry a miss. The page shows the "
        "product and the shop, and the shop has changed."
    )


def test_other_entries_stay() -> None:
    cache: TagCache[object, object] = TagCache()
    cache.fill("page:1", "one", cache.versions("product:1"))
    cache.fill("page:2", "two", cache.versions("product:2"))
    cache.fill("page:3", "three", cache.versions())
    cache.purge("product:1")
    left = [value(cache, f"page:{n}") for n in (1, 2, 3)]
    assert left == ["miss", "two", "three"], (
        "A purge touches the entries with this tag and no others."
    )


def test_a_refill_after_the_purge_is_good() -> None:
    cache: TagCache[object, object] = TagCache()
    cache.fill("page:1", "old", cache.versions("shop"))
    cache.purge("shop")
    cache.purge("shop")
    cache.fill("page:1", "new", cache.versions("shop"))
    assert value(cache, "page:1") == "new", "It was queried after the purge."


def test_a_late_fill_is_a_miss() -> None:
    cache: TagCache[object, object] = TagCache()
    seen = cache.versions("shop")  # ada sees this and starts to query
    cache.purge("shop")  # bob has committed
    cache.fill("page:1", "old", seen)
    assert value(cache, "page:1") == "miss", (
        "A fill is judged by what was seen before its query. With the versions "
        "of the moment of the fill, ada's old page would look new."
    )


@pytest.mark.parametrize("stored", [None, 0, "", False], ids=repr)
def test_any_value_can_be_stored(stored: object) -> None:
    cache: TagCache[object, object] = TagCache()
    cache.fill(None, stored, cache.versions("shop"))
    assert value(cache, None) == stored, (
        "A stored value may be None, 0 or empty. None of them is a miss."
    )


def test_a_purge_takes_the_same_steps_for_any_number_of_entries() -> None:
    cache: TagCache[object, object] = TagCache()
    cache.entries = watched = Watched()
    for page in range(100):
        cache.fill(page, "html", cache.versions("shop"))
    watched.looked.clear()
    cache.purge("shop")
    assert not watched.looked, (
        "A purge may not look at every entry. This one looked at "
        f"{len(watched.looked)} of 100; a new version of the tag is enough."
    )


def test_what_is_out_of_date_is_dropped_when_it_is_found() -> None:
    cache: TagCache[object, object] = TagCache()
    cache.fill("page:1", "html", cache.versions("shop"))
    cache.purge("shop")
    value(cache, "page:1")
    assert "page:1" not in cache.entries, (
        "An entry that was found out of date gives its memory back. No "
        "version returns, so it can't be good again."
    )


def test_random_requests_agree_with_a_slow_model() -> None:
    cache: TagCache[object, object] = TagCache()
    model: dict[object, tuple[int, list[str]]] = {}
    rng = Random(1)
    for now in range(1_000):
        tags = rng.sample("abcd", rng.randrange(4))
        key = rng.randrange(6)
        match rng.randrange(3):
            case 0:
                cache.fill(key, now, cache.versions(*tags))
                model[key] = now, tags
            case 1:
                gone = rng.choice("abcd")
                cache.purge(gone)
                model = {k: e for k, e in model.items() if gone not in e[1]}
            case 2:
                expected = model[key][0] if key in model else "miss"
                assert value(cache, key) == expected, (
                    f"Request {now} of a random mix gave another answer than "
                    "a model that deletes entry by entry."
                )
