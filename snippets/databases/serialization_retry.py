"""Retry after 40001: the whole transaction again, with a bound and jitter.

Simulated: 20 buyers begin together. A transaction reads the stock, works for
5 ms, and its commit is refused if another has committed since its begin.
Time: O(tries * log(buyers)). Space: O(buyers).
Source: PostgreSQL manual, section 13.5, "Serialization Failure Handling",
https://www.postgresql.org/docs/15/mvcc-serialization-failure-handling.html
"""

from collections import Counter
from collections.abc import Generator
from heapq import heappop, heappush
from random import Random

BUYERS, WORK, SEED = 20, 5.0, 1  # milliseconds of work


def buy(
    shop: Counter[str], tries: int, pause: float, rng: Random
) -> Generator[float]:
    """A buyer, who yields the milliseconds until the next step."""
    for attempt in range(tries):
        shop["tries"] += 1
        before = shop["sold"]  # what the transaction reads
        shop["early mails"] += 1  # no rollback takes a mail back
        yield WORK
        if shop["sold"] == before:
            shop["sold"] = before + 1
            shop["late mails"] += 1
            return
        yield rng.uniform(0, pause * 2**attempt)
    shop["gave up"] += 1


def rush(tries: int, pause: float) -> Counter[str]:
    """What is counted until the last buyer has bought or given up."""
    shop, rng = Counter[str](), Random(SEED)
    agenda = [(0.0, n, buy(shop, tries, pause, rng)) for n in range(BUYERS)]
    while agenda:
        now, n, buyer = heappop(agenda)
        shop["ms"] = round(now)
        for wait in buyer:
            heappush(agenda, (now + wait, n, buyer))
            break
    return shop


if __name__ == "__main__":
    print("tries  pause ms  sold  gave up  in all  until ms  early mails")
    for tries, pause in [(1, 0), (8, 0), (20, 0), (8, 5), (8, 20)]:
        shop = rush(tries, pause)
        print(f"{tries:5}{pause:10}{shop['sold']:6}{shop['gave up']:9}", end="")
        print(f"{shop['tries']:8}{shop['ms']:10}{shop['early mails']:13}")
