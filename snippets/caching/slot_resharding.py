"""Resharding: a table of slots lets you choose what moves.

A master joins. Moving just enough slots to it, and cutting the 16384 slots
anew into equal ranges, both end balanced. Only one of them moves little.

Time: O(slots). Space: O(slots).
Source: Redis manual, "Redis cluster specification", "Live reconfiguration",
https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
"""

from collections import Counter

SLOTS = 16_384

type Table = list[int]  # for each slot, the number of its master


def equal_ranges(masters: int) -> Table:
    """One range per master, in order, as when a cluster is created."""
    table: Table = []
    for master in range(masters):
        end = round((master + 1) * SLOTS / masters)
        table += [master] * (end - len(table))
    return table


def with_a_master_more(table: Table) -> Table:
    """A new master, filled from each of the others with what it has above."""
    masters = max(table) + 1
    share = SLOTS // (masters + 1)
    kept: Counter[int] = Counter()
    after: Table = []
    for master in table:
        after.append(master if kept[master] < share else masters)
        kept[after[-1]] += 1
    return after


def moved(before: Table, after: Table) -> int:
    """How many slots change their master, with all their keys."""
    return sum(old != new for old, new in zip(before, after, strict=True))


if __name__ == "__main__":
    before = equal_ranges(3)
    for name, after in [
        ("fill the new master", with_a_master_more(before)),
        ("cut equal ranges anew", equal_ranges(4)),
    ]:
        count, held = moved(before, after), Counter(after)
        print(f"{name}: {count} of {SLOTS} slots move, {count / SLOTS:.0%}")
        print("  slots then: " + ", ".join(str(held[m]) for m in range(4)))
