"""Amplification over the size ratio: what a dial of an LSM tree trades.

Each write updates a key. The last level has a run of all keys. One above it
takes `ratio` runs of the level before, merges each with what is there (leveled)
or all at the end (tiered), and hands down one run. Simulated are whole cycles.
Theory: the mean over the same states; n updates leave N (1 - (1 - 1/N) ** n).

A run that is asked costs a page, unless its filter says no; filters err as
often as their formula says. Runs are merged whole, at once. Left out: logs,
caches of an LSM tree, room to merge. The B-tree's memory is an LRU of leaves.

Time: O(updates * levels) per ratio. Space: O(keys).
Source: N. Dayan et al., Monkey, 2017, https://daslab.seas.harvard.edu/monkey/
"""

from math import exp, log
from random import Random
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Shown = Literal["Writes", "Reads of absent keys", "Space"]
Level = tuple[int, int]
Costs = tuple[float, float, float]  # by what can be shown
Table = dict[str, list[float]]
RATIOS = [2, 4, 6, 8, 10]
PAGE, FULL, UPDATES = 100, 0.69, 10_000


def levels(leveled: bool, ratio: int, memory: int, keys: int) -> list[Level]:
    """Updates in a run that arrives at a level, and how many it takes."""
    found, size = [], memory
    while size * ratio < keys:
        found.append((size, ratio))
        size *= ratio
    return [*found, (size, 1 if leveled else ratio - 1)]


def count(
    leveled: bool, plan: list[Level], keys: list[int], wrong: float, rng: Random
) -> Costs:
    """What whole cycles cost; `keys` lists each as often as it is likely."""
    (memory, _), (size, room) = plan[0], plan[-1]
    cycle, number = size * room, max(keys) + 1
    flushes = -(-number // cycle) * cycle // memory
    tree = [list[set[int]]() for _ in plan]
    tree[-1].append(set(keys))
    arrived, written, asked, stored = [0] * len(plan), 0.0, 0.0, 0
    for _ in range(flushes):
        run = set(rng.choices(keys, k=memory))
        written += len(run)
        for level, runs in enumerate(tree):
            runs.append(run)
            arrived[level] += 1
            full = arrived[level] == plan[level][1]
            if len(runs) > 1 and (leveled or full):
                runs[:] = [set[int]().union(*runs)]
                written += len(runs[0])
            if not full:
                break
            arrived[level] = 0
            run = runs[0] if runs is tree[-1] else runs.pop()
        stored += sum(len(run) for runs in tree for run in runs)
        asked += sum(map(len, tree))
    written, asked = written / memory, asked * wrong
    return written / flushes, asked / flushes, stored / flushes / number


def theory(
    leveled: bool, plan: list[Level], keys: int, hot: int, wrong: float
) -> Costs:
    """The same by expected sizes; a key in ten is `hot` times as likely."""
    cold = 10 / keys / (hot + 9)  # how likely one of the others is

    def distinct(updates: int) -> float:
        absent = (1 - hot * cold) ** updates + 9 * (1 - cold) ** updates
        return keys - keys / 10 * absent

    written = distinct(plan[0][0]) / plan[0][0]
    runs, stored = 1.0, float(keys)
    for size, room in plan:
        merged = distinct(room * size)
        kept, held = (room - 1) / 2, (room - 1) / 2 * distinct(size)
        if leveled:
            sizes = [distinct(number * size) for number in range(room)]
            merged += sum(sizes[2:])
            kept, held = (room - 1) / room, sum(sizes) / room
        written += (merged if size < plan[-1][0] else keys) / size / room
        runs, stored = runs + kept, stored + held
    return written, runs * wrong, stored / keys


def b_tree(memory: int, keys: list[int], rng: Random) -> Costs:
    """A leaf of PAGE entries, if changed, is written when it leaves memory."""
    cached, moved = dict[int, None](), 0
    for key in rng.choices(keys, k=UPDATES):
        leaf = int(key / PAGE / FULL)
        cached[leaf] = cached.pop(leaf, None)
        if len(cached) > memory // PAGE:
            del cached[next(iter(cached))]
            moved += 1
    return moved * PAGE / UPDATES, moved / UPDATES, 1 / FULL


def simulate(
    shown: Shown = "Writes",
    memory: Annotated[int, Interval(ge=100, le=900), MultipleOf(100)] = 100,
    keys: Annotated[int, Interval(ge=2000, le=9000), MultipleOf(500)] = 4000,
    filters: Annotated[int, Interval(ge=0, le=12), Unit("bits per key")] = 0,
    hot_tenth: Annotated[
        int, Interval(ge=1, le=50), Unit("times the others")
    ] = 1,
    seed: int = 1,
) -> Annotated[Table, Unit("entries or pages"), Interval(gt=0)]:
    """Entries written, pages read or entries stored, over the size ratio."""
    rng, pick = Random(seed), get_args(Shown).index(shown)
    asked = [*range(keys // 10)] * hot_tenth + [*range(keys // 10, keys)]
    wrong = exp(-filters * log(2) ** 2)
    table: Table = {"Size ratio": [*map(float, RATIOS)]}
    for name, flat in (("Leveled", True), ("Tiered", False)):
        plans = [levels(flat, ratio, memory, keys) for ratio in RATIOS]
        costs = [count(flat, plan, asked, wrong, rng) for plan in plans]
        means = [theory(flat, plan, keys, hot_tenth, wrong) for plan in plans]
        table[name] = [cost[pick] for cost in costs]
        table[f"{name} (theory)"] = [cost[pick] for cost in means]
    table["B-tree"] = [b_tree(memory, asked, rng)[pick]] * len(RATIOS)
    return table


if __name__ == "__main__":
    for label, table in {
        "Writes": simulate(),
        "Reads of absent keys": simulate("Reads of absent keys"),
        "  filters of 10 bits": simulate("Reads of absent keys", filters=10),
        "Space": simulate("Space"),
        "Writes, memory for 400": simulate(memory=400),
        "Writes, hot tenth 20 times": simulate(hot_tenth=20),
    }.items():
        print(label)
        for name, column in table.items():
            print(f"  {name:16}", *(f"{number:7.3f}" for number in column))
