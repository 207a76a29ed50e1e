"""Torn page: half new, half old, and a redo that trusts its number.

A page is written sector by sector, in any order; a crash stops it. Its first
sector holds the number of the last log record whose change it has.

Time: O(pages) to restore. Space: a page's image in the log per checkpoint.
Source: PostgreSQL 15 manual, section 30.1, "Reliability",
https://www.postgresql.org/docs/15/wal-reliability.html
"""

from collections.abc import Callable
from itertools import product
from zlib import crc32

type Page = list[str]
OLD = ["1", "ada 100", "bob 50", "cyd 20"]
NEW = ["2", "ada 70", "bob 80", "cyd 20"]
CHANGES = {1: "ada 70", 2: "bob 80"}  # record 2 of the log


def redo_by_number(page: Page) -> Page:
    """Apply the change if the page is older than its record."""
    if int(page[0]) >= 2:
        return page
    return ["2", *(CHANGES.get(n, page[n]) for n in range(1, 4))]


def restore_image(_: Page) -> Page:
    """Whatever is there, the whole image in the log replaces it."""
    return NEW


def checksum(page: Page) -> int:
    """Over all sectors; written with the first."""
    return crc32(" ".join(page).encode())


def torn() -> list[tuple[Page, int]]:
    """Each mixture of old and new sectors, with the checksum it has."""
    return [
        (
            [(OLD, NEW)[new][n] for n, new in enumerate(sectors)],
            checksum((OLD, NEW)[sectors[0]]),
        )
        for sectors in product([0, 1], repeat=4)
    ]


def wrong(restart: Callable[[Page], Page]) -> int:
    """After how many of the crashes the page is not the new one."""
    return sum(restart(page) != NEW for page, _ in torn())


if __name__ == "__main__":
    pages = torn()
    noticed = sum(checksum(page) != stored for page, stored in pages)
    print(f"mixtures {len(pages)}, noticed by a checksum {noticed}")
    print(f"redo by the page's number: {wrong(redo_by_number)} wrong")
    print(f"whole image from the log:  {wrong(restore_image)} wrong")
