"""Interleavings: which orders of two clients' steps end stale.

Assumed: the cache is empty, so that a reader misses; each step is atomic;
a client's steps keep their order; nothing expires, nobody crashes.

Time: O(n) per order, (n over k) orders. Space: O(n).
Source: Nishtala et al., NSDI 2013, section 3.2.1,
https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

from itertools import combinations


def take(step: str, me: str, state: dict[str, str]) -> None:
    """One step of the client `me`."""
    match step:
        case "lease":
            state.setdefault("lease", me)
        case "query":
            state[f"{me} saw"] = state["database"]
        case "fill if leased" if state.get("lease") != me:
            pass
        case "fill" | "fill if leased":
            state["cache"] = state[f"{me} saw"]
        case "commit":
            state["database"] = f"written by {me}"
        case "set":
            state["cache"] = f"written by {me}"
        case "delete":
            state.pop("cache", None)
            state.pop("lease", None)


def orders(ada: str, bob: str) -> list[tuple[str, bool]]:
    """Every order of ada's and bob's steps, and whether it ends stale."""
    total, found = len(ada.split(", ") + bob.split(", ")), []
    for turns in combinations(range(total), len(ada.split(", "))):
        left = {"ada": ada.split(", "), "bob": bob.split(", ")}
        state, taken = {"database": "old"}, []
        for turn in range(total):
            me = "ada" if turn in turns else "bob"
            taken.append(f"{me} {left[me][0]}")
            take(left[me].pop(0), me, state)
        stale = state.get("cache", state["database"]) != state["database"]
        found.append((", ".join(taken), stale))
    return found


if __name__ == "__main__":
    for ada, bob in [
        ("miss, query, fill", "delete, commit"),
        ("miss, query, fill", "commit, delete"),
        ("lease, query, fill if leased", "commit, delete"),
        ("commit, set", "commit, set"),
        ("commit, delete", "commit, delete"),
    ]:
        every = orders(ada, bob)
        stale = [order for order, old in every if old]
        print(f"{len(stale)} of {len(every)} stale: {ada} | {bob}")
        print("   ", stale[0] if stale else "-")
