"""Dual write by two: in some orders cache and database part ways for good.

Each writer takes its two steps in order, but the steps of different writers may
mix in any way; every mixture is tried once. Assumed: each step is atomic; no
reader, no failure, no expiry.

Time: O(mixtures): (2n)! / 2^n for n writers. Space: O(mixtures).
Source: M. Kleppmann, "Using logs to build a solid data infrastructure (or: why
dual writes are a bad idea)", 2015,
https://martin.kleppmann.com/2015/05/27/logs-for-data-infrastructure.html
"""

from itertools import permutations

RECIPES = {
    "cache, then database": ("set", "commit"),
    "database, then cache": ("commit", "set"),
    "database, then delete": ("commit", "delete"),
}


def mixtures(writers: int) -> list[tuple[int, ...]]:
    """Each order in which writers can take two turns, once."""
    return sorted(set(permutations([*range(writers)] * 2)))


def run(recipe: tuple[str, str], turns: tuple[int, ...]) -> bool:
    """Whether the cache ends with a value that the database doesn't hold."""
    cache: int | None = None
    database: int | None = None
    begun: set[int] = set()
    for writer in turns:
        step = recipe[writer in begun]
        begun.add(writer)
        if step == "commit":
            database = writer
        else:
            cache = writer if step == "set" else None
    return cache is not None and cache != database


def divergent(recipe: tuple[str, str], writers: int) -> tuple[int, int]:
    """Mixtures that end in different values, and all mixtures."""
    outcomes = [run(recipe, turns) for turns in mixtures(writers)]
    return sum(outcomes), len(outcomes)


if __name__ == "__main__":
    print("                        2 writers   3 writers")
    for name, recipe in RECIPES.items():
        two, three = divergent(recipe, 2), divergent(recipe, 3)
        print(f"{name:22}{two[0]:5} of {two[1]}{three[0]:6} of {three[1]}")
    turns = next(
        t for t in mixtures(2) if run(RECIPES["cache, then database"], t)
    )
    print("for example the turns", turns)
