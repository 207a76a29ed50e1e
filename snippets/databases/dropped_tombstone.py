"""Tombstone: keep it while anything below may hold what it hides.

One key, five runs, newest first; each has put it, deleted it, or not touched
it. Every stretch of runs is merged, and what a reader sees is compared.

Time: O(n) per merge. Space: a tombstone until nothing older is left.
Source: LevelDB, "Implementation notes", section "Compactions",
https://github.com/google/leveldb/blob/main/doc/impl.md
"""

from collections.abc import Callable, Iterator
from itertools import product

type Entry = str | None  # a value, DELETED, or None: not in this run
type Runs = list[Entry]
type Rule = Callable[[Runs], bool]  # told the older runs: drop a tombstone?
DELETED = "deleted"
RULES: dict[str, Rule] = {
    "always drop": lambda _: True,
    "drop in the last run": lambda older: not older,
    "drop if none holds it": lambda older: not any(older),
    "never drop": lambda _: False,
}


def get(runs: Runs) -> str | None:
    """What a reader sees: the newest entry, nothing if it is a tombstone."""
    found = next((entry for entry in runs if entry), None)
    return None if found == DELETED else found


def compact(runs: Runs, start: int, end: int, rule: Rule) -> Runs:
    """Replace the runs from `start` to before `end` by one."""
    merged = next((entry for entry in runs[start:end] if entry), None)
    if merged == DELETED and rule(runs[end:]):
        merged = None
    return [*runs[:start], merged, *runs[end:]]


def compactions(rule: Rule) -> Iterator[tuple[Runs, Runs]]:
    """Each history of the key and each merge: the runs before and after."""
    for entries in product([None, DELETED, "value"], repeat=5):
        runs = [e and f"{e} {5 - n}" for n, e in enumerate(entries)]
        runs = [DELETED if e and DELETED in e else e for e in runs]
        for start in range(5):
            for end in range(start + 2, 6):
                yield runs, compact(runs, start, end, rule)


if __name__ == "__main__":
    print("rule                     merges  came back  tombstones left")
    for name, rule in RULES.items():
        merges = list(compactions(rule))
        wrong = sum(get(before) != get(after) for before, after in merges)
        left = sum(after.count(DELETED) for _, after in merges)
        print(f"{name:23}{len(merges):8}{wrong:11}{left:17}")
