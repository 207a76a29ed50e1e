"""Join algorithms compared: how often keys are compared and hashed.

Time: O(customers * orders), the nested loop's. Space: O(orders).
Source: Graefe, "Query evaluation techniques for large databases", ACM
Computing Surveys 25(2), 1993, section 5, https://doi.org/10.1145/152610.152611
"""

from bisect import bisect_left
from collections import Counter
from heapq import heapify, heappop

did = Counter[str]()


class Key(int):
    """A number that counts what is done to numbers of its kind."""

    def __lt__(self, other: int) -> bool:
        did["compared"] += 1
        return int(self) < int(other)

    def __eq__(self, other: object) -> bool:
        did["compared"] += 1
        return isinstance(other, int) and int(self) == int(other)

    def __hash__(self) -> int:
        did["hashed"] += 1
        return int(self)


def join(how: str, customers: list[Key], orders: list[Key]) -> int:
    """Pairs with equal keys; customers are sorted, for an index orders too."""
    if how == "nested loop":
        return sum(a == b for a in customers for b in orders)
    if how == "hash":
        table = set(customers)
        return sum(key in table for key in orders)
    if how == "sort, merge":
        heapify(heap := list(orders))
        orders = [heappop(heap) for _ in orders]
    pairs = at = 0
    for key in customers:
        if how == "index":
            at = bisect_left(orders, key)
        while at < len(orders) and orders[at] < key:
            at += 1
        while at < len(orders) and orders[at] == key:
            pairs, at = pairs + 1, at + 1
    return pairs


if __name__ == "__main__":
    stored = [Key(n * 37 % 200) for n in range(2_000)]
    for count in [200, 1]:
        for how in ["nested loop", "index", "hash", "sort, merge", "merge"]:
            given = sorted(stored) if how in ["index", "merge"] else stored
            did.clear()
            pairs = join(how, [Key(n) for n in range(count)], given)
            print(f"{count:3} and {how:11} {pairs:4} pairs: {dict(did)}")
