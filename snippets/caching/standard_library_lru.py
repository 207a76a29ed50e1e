"""LRU in the standard library: a cache in one line, with three traps.

Time: O(1) per call. Space: O(maxsize).
Source: functools.lru_cache,
https://docs.python.org/3/library/functools.html#functools.lru_cache
and "How do I cache method calls?", Python programming FAQ.
"""

import gc
import weakref
from functools import lru_cache

queries: list[int] = []


@lru_cache(maxsize=2)
def find_name(user_id: int) -> str | None:
    """Name of the user, or None; each real call is a query."""
    queries.append(user_id)
    return {17: "ada", 18: "bob"}.get(user_id)


@lru_cache(maxsize=2)
def find_roles(user_id: int) -> list[str]:
    """WRONG: every caller shares one list."""
    return [f"reader:{user_id}"]


class Report:
    """WRONG: the class holds one cache, whose keys contain `self`."""

    @lru_cache(maxsize=2)  # noqa: B019 - the mistake that is shown
    def total(self) -> int:
        """Sum of the report."""
        return 42


if __name__ == "__main__":
    for user_id in [17, 99, 17, 99, 18, 17]:
        find_name(user_id)
    print(f"queries for {queries}: the None of 99 was cached")
    print(find_name.cache_info())
    find_name(user_id=17)
    print(f"17 by keyword: {len(queries)} queries, it has its own entry")
    find_roles(17).append("admin")
    print(f"the next caller gets {find_roles(17)}")
    report = Report()
    report.total()
    reference = weakref.ref(report)
    del report
    gc.collect()
    print(f"last variable gone, object alive: {reference() is not None}")
    Report.total.cache_clear()
    print(f"cache cleared, object alive: {reference() is not None}")
