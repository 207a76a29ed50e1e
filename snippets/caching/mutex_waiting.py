"""Waiting at a mutex: a second look, a deadline, a stale copy for the losers.

Simulated: requests within 1 s, a cache of two pages and a lock. A request is
a generator that yields the milliseconds until its next step.

Time: O(clients * polls). Space: O(clients).
Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, 3.2.1,
https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

import heapq
from collections.abc import Generator
from statistics import fmean

TRIP, POLL, RENDER, DEADLINE = 1, 100, 450, 500  # milliseconds


def serve(cache: dict[str, str], token: str) -> Generator[int, None, str]:
    """What a request got; `stale` is the copy of an earlier page."""
    polls = 0
    while "page" not in cache:
        yield TRIP  # before the lock is asked for, much can happen
        if "lock" not in cache:
            cache["lock"] = token
            rendered = "page" not in cache  # the second look
            if rendered:
                yield RENDER
                cache["page"] = cache["stale"] = f"by {token}"
            del cache["lock"]  # in Redis: compare and delete
            return "rendered" if rendered else "second look"
        if "stale" in cache:
            return "stale copy"
        if (polls + 1) * POLL > DEADLINE:
            return "gave up"
        yield POLL - TRIP
        polls += 1
    return "page"


def run(cache: dict[str, str]) -> dict[str, list[int]]:
    """Milliseconds that requests took, by answer."""
    starts = range(0, 1_000, 10)
    agenda = [(t, n, serve(cache, f"t{n}")) for n, t in enumerate(starts)]
    answers: dict[str, list[int]] = {}
    while agenda:
        now, n, request = agenda[0]
        try:
            heapq.heapreplace(agenda, (now + next(request), n, request))
        except StopIteration as end:
            answers.setdefault(end.value, []).append(now - starts[n])
            heapq.heappop(agenda)
    return answers


if __name__ == "__main__":
    for cache in [{"stale": "old"}, {}, {"lock": "of a dead client"}]:
        print("in the cache:", *cache or ["nothing"])
        for answer, took in sorted(run(cache).items()):
            mean, worst = fmean(took), max(took)
            print(f"{len(took):5} {answer:12}{mean:4.0f} ms, worst {worst} ms")
