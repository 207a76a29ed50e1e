"""Commit rule: a majority is not enough for an entry of an earlier term.

Every schedule of three nodes is searched, the shortest first, for a leader
that lacks an entry counted as committed. A log is the terms of its entries; a
message arrives at once or never, and brings one node's log up to date.
Time: O(states * steps). Space: O(states).
Source: Ongaro, Ousterhout, Raft (extended version), 2014, section 5.4
"""

from collections.abc import Iterator
from itertools import permutations

TERMS, ENTRIES = 4, 2  # how far the search goes
Log = tuple[int, ...]
Node = tuple[int, bool, Log]  # its term, whether it leads, its log
State = tuple[Log, dict[int, Node]]  # what was counted as committed; the nodes
START: State = ((), dict.fromkeys((1, 2, 3), (0, False, ())))
VOTE, COMMIT = "a newer log wins", "only the own term counts"


def steps(state: State, rules: set[str]) -> Iterator[tuple[str, State]]:
    """Each next step: a leader's new entry, its message, an election."""
    done, nodes = state
    for a, (term, leads, log) in nodes.items():
        if leads and len(log) < ENTRIES:
            longer = {a: (term, True, (*log, term))}
            yield f"{a} appends", (done, nodes | longer)
    for a, b in permutations(nodes, 2):
        (term, leads, log), (known, _, other) = nodes[a], nodes[b]
        if leads and known <= term:
            counts = log[-1:] == (term,) or COMMIT not in rules
            new = max(done, log, key=len) if counts else done
            told = other if other[: len(log)] == log else log
            yield f"{a} sends to {b}", (new, nodes | {b: (term, False, told)})
        term = max(term, known) + 1
        newer = (log[-1:], len(log)) >= (other[-1:], len(other))
        if term <= TERMS and (newer or VOTE not in rules):
            elected = {a: (term, True, log), b: (term, False, other)}
            yield f"{a} leads by {b}", (done, nodes | elected)


def search(rules: set[str]) -> tuple[list[str], int]:
    """The shortest schedule that loses an entry, or none; how many states."""
    queue, seen = [(START, list[str]())], set[object]()
    for (done, nodes), way in queue:
        _, leads, log = max(nodes.values())
        if leads and log[: len(done)] != done:
            return way, len(seen)
        for name, after in steps((done, nodes), rules):
            if (who := (after[0], *sorted(after[1].values()))) not in seen:
                seen.add(who)
                queue.append((after, [*way, name]))
    return [], len(seen)


if __name__ == "__main__":
    for rules in ({COMMIT}, {VOTE}, {VOTE, COMMIT}):
        way, states = search(rules)
        print(*sorted(rules), sep=", and ", end=f": {states} states\n")
        print("  lost by", " | ".join(way) or "none")
