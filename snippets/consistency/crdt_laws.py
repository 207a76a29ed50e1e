"""Laws of a merge, tried on all small states, with a counterexample.

Commutative, associative, idempotent; and monotone: what an update did is still
there after a merge with the state before it.

Time: O(states ** 3). Space: O(states ** 2).
Source: Shapiro et al., "Conflict-free replicated data types", SSS 2011,
https://doi.org/10.1007/978-3-642-24550-3_29
"""

from itertools import product
from typing import Any

COUNTS = [*product(range(3), repeat=2)]  # two entries, each 0, 1 or 2


def larger(s: Any, t: Any) -> Any:
    """The larger of each entry."""
    return tuple(map(max, s, t))


def counted(s: Any) -> list[Any]:
    """The states after one more at one of the entries."""
    return [(*s[:i], s[i] + 1, *s[i + 1 :]) for i in range(len(s))]


def broken(states: Any, merge: Any, update: Any) -> dict[str, Any]:
    """The broken laws, each with its first counterexample."""
    two, three = [*product(states, repeat=2)], product(states, repeat=3)
    laws = {
        "not commutative": (p for p in two if merge(*p) != merge(*p[::-1])),
        "not associative": ((s, t, u) for s, t, u in three
                            if merge(merge(s, t), u) != merge(s, merge(t, u))),
        "not idempotent": (s for s in states if merge(s, s) != s),
        "not monotone": ((s, u) for s in states for u in update(s)
                         if merge(s, u) != u),
    }  # fmt: skip
    return {law: f for law, found in laws.items() for f in [*found][:1]}


TYPES: dict[str, Any] = {  # states, merge, the states after an update
    "G-counter": (COUNTS, larger, counted),
    "PN-counter": ([*product(range(2), repeat=4)], larger, counted),
    "LWW-register": (COUNTS, max, lambda s: [(s[0] + 1, i) for i in (0, 1)]),
    # An item's dots: 0 not seen, 1 there, 2 removed. Add all, remove all.
    "OR-set": ([*product(range(3), repeat=3)], larger, lambda s: [
        tuple(dot or 1 for dot in s), tuple(2 * (dot > 0) for dot in s)]),
    "LWW, mine if equal": (COUNTS, lambda s, t: t if t[0] > s[0] else s,
                           lambda s: [(s[0] + 1, i) for i in (0, 1)]),
    "mean": ([0, 4, 8], lambda s, t: (s + t) // 2, lambda s: [s]),
    "sum": ([0, 1, 2], lambda s, t: s + t, lambda s: [s + 1]),
    "set, union": ([*product(range(2), repeat=2)], larger,
                   lambda s: [(1, s[1]), (0, s[1])]),
    "one total, larger": ([0, 1, 2], max, lambda s: [s + 1]),
}  # fmt: skip

if __name__ == "__main__":
    for name, parts in TYPES.items():
        row = ", ".join(f"{law}: {at}" for law, at in broken(*parts).items())
        print(f"{name:18} {row or 'all four laws hold'}")
