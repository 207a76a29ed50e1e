"""Amplification: what one entry costs to write, to read and to keep.

Updates of random keys. Memory holds 500 entries: five pages of a B-tree, or a
memtable, empty when a read comes. A run costs a page; logs are not counted.

Time: counted in entries and pages. Space: live entries, and dead ones.
Source: M. Athanassoulis et al., "Designing access methods: the RUM
conjecture", EDBT 2016, https://daslab.seas.harvard.edu/rum-conjecture/
"""

from collections import OrderedDict
from random import Random

UPDATES, KEYS, MEMORY = 100_000, 20_000, 500  # entries
PAGE, FULL, RATIO, READS = 100, 0.69, 10, 20


def b_tree(rng: Random) -> tuple[float, float, float]:
    """Leaves in place; the least recently used one leaves memory."""
    cached, moved = OrderedDict[int, None](), 0
    for _ in range(UPDATES):
        page = int(rng.randrange(KEYS) / PAGE / FULL)
        cached[page] = cached.pop(page, None)
        if len(cached) > MEMORY // PAGE:
            cached.popitem(last=False)  # it was changed, so it is written
            moved += 1  # for one that is read
    return moved * PAGE / UPDATES, moved / UPDATES, 1 / FULL


def lsm_tree(rng: Random, *, leveled: bool) -> tuple[float, float, float]:
    """Two levels of runs, newest first: one run if leveled, else < RATIO."""
    levels: list[list[set[int]]] = [[], [set(range(KEYS))]]
    written, asked, stored, flushes = 0, 0, 0, UPDATES // MEMORY
    for _ in range(flushes):
        run = {rng.randrange(KEYS) for _ in range(MEMORY)}
        written += len(run)
        for level, runs in enumerate(levels, 1):
            runs.insert(0, run)
            if len(runs) < RATIO and not leveled:
                break
            run = set[int]().union(*runs)
            written += len(run) * (len(runs) > 1)
            runs.clear()
            if level == 2 or (leveled and len(run) < MEMORY * RATIO):
                runs.append(run)
                break
        runs = [run for level in levels for run in level]
        for key in rng.choices(range(KEYS), k=READS):
            asked += next(n for n, run in enumerate(runs, 1) if key in run)
        stored += sum(map(len, runs))
    read, kept = asked / flushes / READS, stored / flushes / KEYS
    return written / UPDATES, read, kept


if __name__ == "__main__":
    print("per update or read   written  pages read  stored")
    line = "{:20}{:8.1f}{:12.2f}{:8.2f}"
    print(line.format("B-tree", *b_tree(Random(1))))
    for name in ("LSM tree, leveled", "LSM tree, tiered"):
        print(line.format(name, *lsm_tree(Random(1), leveled="lev" in name)))
