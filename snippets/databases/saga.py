"""Saga: local transactions, each with one that compensates it.

Assumed: a step done or undone twice is as once; services answer in the end.

Time: O(steps). Space: O(steps) in a log.
Source: H. Garcia-Molina, K. Salem, Sagas, SIGMOD 1987,
https://doi.org/10.1145/38713.38742
"""

from collections.abc import Iterable, Iterator
from itertools import islice, product

STEPS = ["stock reserved", "card authorised", "courier booked"]


def saga(log: list[str], held: set[str], refused: str) -> Iterator[None]:
    """Go on as the log says; pauses after each write."""
    for step in STEPS:
        if step == refused or "give up" in log:
            break
        if step not in log:
            held.add(step)  # at another service
            yield
            log.append(step)
            yield
    else:
        return
    if "give up" not in log:
        log.append("give up")
        yield
    for step in reversed(STEPS):
        if step in log and f"no {step}" not in log:
            held.discard(step)
            yield
            log.append(f"no {step}")
            yield


def after_crashes(refused: str, crashes: Iterable[int]) -> set[str]:
    """What is held in the end; each run ends after so many writes."""
    log, held = list[str](), set[str]()
    for writes in [*crashes, None]:
        for _ in islice(saga(log, held, refused), writes):
            pass
    return held


if __name__ == "__main__":
    for refused in ["nothing", *reversed(STEPS)]:
        log, held = list[str](), set[str]()
        seen = [len(held) for _ in saga(log, held, refused)]
        pairs = list(product(range(len(seen) + 1), repeat=2))
        ends = {len(after_crashes(refused, pair)) for pair in pairs}
        print(f"refused: {refused}")
        print(f"  held after each write {seen}")
        print(f"  held after {len(pairs)} pairs of crashes {sorted(ends)}")
