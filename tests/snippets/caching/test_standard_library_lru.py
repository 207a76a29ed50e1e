import gc
import weakref
from collections.abc import Iterator

import pytest

from snippets.caching.standard_library_lru import (
    Report,
    find_name,
    find_roles,
    queries,
)


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    yield
    for cached in [find_name, find_roles, Report.total]:
        cached.cache_clear()
    queries.clear()


def test_a_none_is_cached_like_any_value() -> None:
    assert find_name(99) is None
    assert find_name(99) is None
    assert queries == [99]
    assert find_name.cache_info().hits == 1


def test_the_least_recently_used_call_is_evicted() -> None:
    for user_id in [17, 18, 17, 99, 17, 18]:
        find_name(user_id)
    assert queries == [17, 18, 99, 18]


def test_the_same_argument_by_keyword_is_another_entry() -> None:
    find_name(17)
    find_name(user_id=17)
    assert queries == [17, 17]


def test_a_mutable_result_is_still_shared_by_all_callers() -> None:
    find_roles(17).append("admin")
    assert find_roles(17) == ["reader:17", "admin"]


def test_a_cached_method_still_keeps_its_object_alive() -> None:
    report = Report()
    assert report.total() == 42
    reference = weakref.ref(report)
    del report
    gc.collect()
    assert reference() is not None
    Report.total.cache_clear()
    gc.collect()
    assert reference() is None
