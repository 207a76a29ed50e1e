"""Cache capacity: what memory buys, counted in database queries.

Assumed: independent reads, the product of rank r read in proportion to
1 / r ** EXPONENT (Zipf), LRU, equal sizes, no expiry, keys spread evenly.

Time: O(CLASSES) per guess of the time. Space: O(CLASSES).
Source: Che, Tung, Wang, 2002, https://doi.org/10.1109/JSAC.2002.801752
"""

from itertools import pairwise
from math import exp

PRODUCTS = 2_000_000
EXPONENT = 0.9
BYTES = 2_000  # per product: key, value, and what Redis adds
READS = 20_000  # per second, at the peak of the day
DATABASE = 5_000  # queries per second that it can take
NODES = 4
CLASSES = 2_000


def popularity() -> list[tuple[int, float]]:
    """Classes of neighbouring ranks: number of products, share of reads."""
    edges = sorted(
        {round(PRODUCTS ** (n / CLASSES)) for n in range(CLASSES + 1)}
    )
    edges = [0, *edges]
    weights = [
        (high - low, (high - low) * ((low + high + 1) / 2) ** -EXPONENT)
        for low, high in pairwise(edges)
    ]
    total = sum(weight for _, weight in weights)
    return [(products, weight / total) for products, weight in weights]


def hit_ratio(classes: list[tuple[int, float]], entries: int) -> float:
    """Share of reads that an LRU cache of so many entries answers."""
    low, high = 0.0, 1e12  # reads that an unused entry survives
    for _ in range(80):
        time = (low + high) / 2
        held = sum(n * (1 - exp(-time * share / n)) for n, share in classes)
        low, high = (time, high) if held < entries else (low, time)
    return sum(share * (1 - exp(-high * share / n)) for n, share in classes)


if __name__ == "__main__":
    classes = popularity()
    header = "memory   products    hits   queries/s"
    print(f"{header}        one of {NODES} nodes lost")
    for megabytes in [200, 400, 800, 1_600, 3_200]:
        entries = megabytes * 1_000_000 // BYTES
        ratio = hit_ratio(classes, entries)
        row = f"{megabytes:5,} MB {entries:9,}  {100 * ratio:5.1f} %"
        # An average node is lost: one with 1 / NODES of the hits.
        for hits in [ratio, ratio * (NODES - 1) / NODES]:
            queries = READS * (1 - hits)
            verdict = "too many" if queries > DATABASE else ""
            row += f"  {queries:7,.0f} {verdict:8}"
        print(row.rstrip())
