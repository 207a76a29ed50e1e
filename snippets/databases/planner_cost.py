"""Cost model: why a planner reads the table although there is an index.

Time: O(1) per estimate. Space: O(1).
Source: PostgreSQL manual, "Planner Cost Constants", and PostgreSQL,
costsize.c, https://www.postgresql.org/docs/current/runtime-config-query.html
"""

from functools import partial
from math import ceil, log2

NEXT_PAGE = 1.0  # seq_page_cost, the unit
OPERATOR, ENTRY, ROW = 0.0025, 0.005, 0.01  # the defaults for the CPU


def sequential_scan(rows: int, pages: int) -> float:
    """All pages in order, one comparison for each row."""
    return pages * NEXT_PAGE + rows * (ROW + OPERATOR)


def index_scan(
    wanted: int,
    rows: int,
    pages: int,
    index_pages: int,
    *,
    in_order: bool,
    random_page: float = 4.0,
) -> float:
    """Entries side by side, and for each a row somewhere in the table.

    `in_order` tells whether the table lies in the order of the index, which
    the statistics call a correlation of 1; otherwise it is 0.
    """
    descent = ceil(log2(rows)) * OPERATOR + 2 * 50 * OPERATOR  # two levels
    entries = ceil(index_pages * wanted / rows) * random_page
    if in_order:
        heap = random_page + (ceil(pages * wanted / rows) - 1) * NEXT_PAGE
    else:  # different pages of a table that fits the cache (Mackert, Lohman)
        touched = 2 * pages * wanted / (2 * pages + wanted)
        heap = min(pages, ceil(touched)) * random_page
    return descent + entries + heap + wanted * (OPERATOR + ENTRY + ROW)


if __name__ == "__main__":
    table = sequential_scan(rows=20_000, pages=345)
    estimate = partial(index_scan, rows=20_000, pages=345, index_pages=57)
    plans = {
        "shuffled": partial(estimate, in_order=False),
        "shuffled, SSD": partial(estimate, in_order=False, random_page=1.1),
        "in order": partial(estimate, in_order=True),
    }
    print(f"  rows  whole table{''.join(f'{name:>14}' for name in plans)}")
    for wanted in (20, 80, 200, 2_000, 8_000, 16_000):
        costs = [plan(wanted) for plan in plans.values()]
        print(f"{wanted:6,}{table:13.2f}", *(f"{cost:13.2f}" for cost in costs))
    for name, plan in plans.items():
        loses = next(n for n in range(1, 20_000) if plan(n) > table)
        print(f"{name}: loses from {loses:,} rows on")
