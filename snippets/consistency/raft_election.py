"""Raft election: random timeouts break ties, one vote per term forbids two.

Assumed: of five nodes the leader has died, and a message takes 5 to 15 ms.
Time: O(terms * n * n log n), n nodes. Space: O(terms * n * n).
Source: Ongaro, Ousterhout, Raft (extended version), 2014, sections 5.2, 9.3
"""

from heapq import heappop, heappush
from random import Random

ALIVE, TIMEOUT, DELAY, PATIENCE = [1, 2, 3, 4], 150, (5, 15), 2_000  # ms
Elected = tuple[float, int, bool]


def elect(spread: float, rng: Random, *, once: bool = True) -> Elected:
    """When and in which term the first leads; whether a term soon has two."""
    now, leaders = 0.0, list[tuple[float, int]]()
    term, alarm = dict.fromkeys(ALIVE, 0), dict.fromkeys(ALIVE, 0.0)
    voted: dict[tuple[int, int], int] = {}  # for whom, by node and term
    votes: dict[tuple[int, int], set[int]] = {}  # by whom, by node and term
    events: list[tuple[float, str, int, int, int]] = []

    def send(kind: str, me: int, to: int) -> None:
        heappush(events, (now + rng.uniform(*DELAY), kind, to, me, term[me]))

    def wait(me: int) -> None:
        alarm[me] = now + TIMEOUT + rng.uniform(0, spread)
        heappush(events, (alarm[me], "timeout", me, me, term[me]))

    for node in ALIVE:
        wait(node)
    while now < (leaders[0][0] + 50 if leaders else PATIENCE):
        now, kind, me, sender, at = heappop(events)
        if kind == "timeout" and now == alarm[me]:
            term[me] += 1
            voted[me, term[me]], votes[me, term[me]] = me, {me}
            wait(me)
            for other in set(ALIVE) - {me}:
                send("ask", me, other)
        elif kind == "ask" and at >= term[me]:
            term[me] = at
            if voted.setdefault((me, at), sender) == sender or not once:
                wait(me)
                send("vote", me, sender)
        elif kind == "vote" and at == term[me]:
            votes[me, at].add(sender)
            if len(votes[me, at]) == 3:
                leaders.append((now, at))
    when, of = leaders[0] if leaders else (PATIENCE, 0)
    return when, of, len({t for _, t in leaders}) < len(leaders)


if __name__ == "__main__":
    print("timeout in ms  in term 1  median  two in a term  if votes are free")
    for spread in (0, 5, 15, 50, 150, 300, 600):
        runs = [elect(spread, Random(seed)) for seed in range(100)]
        free = [elect(spread, Random(s), once=False) for s in range(100)]
        first, mid = sum(t == 1 for _, t, _ in runs), sorted(runs)[50][0]
        two, more = (sum(run[2] for run in some) for some in (runs, free))
        print(f"150 to {150 + spread:3}{first:14} %{mid:8.0f}{two:15}{more:18}")
