"""Quorum schedule: the shortest way to break what a quorum promises.

ada writes new over old; bob and, after him, cyd read. All schedules of one
fault are searched, the shortest first. A read asks R of the N replicas, which
answer at once. With write-back it first brings new to W, unless W said new.
Slow: the write's messages arrive one by one. Copy lost: so, and one replica
restarts without what it held. Else all arrive at once, but one is lost; or ada
dies after some; or the network is cut in two before the write, and what would
cross is lost.
Time: O(states * steps). Space: O(states).
Source: Attiya, Bar-Noy, Dolev, "Sharing memory robustly in message-passing
systems", JACM 42(1), 1995, https://doi.org/10.1145/200836.200869
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Annotated, Literal, NamedTuple

from annotated_types import Interval

Promise = Literal["Sees confirmed writes", "Never goes back"]
Fault = Literal["None", "Slow", "Lost", "Writer dies", "Copy lost", "Cut"]
NAMES, VALUES = "abcde", ("old", "new")


class State(NamedTuple):
    """What replicas hold and clients know; 1 is new, and 0 old."""

    copies: tuple[int, ...]
    took: tuple[int, ...]  # which replicas ada has an answer of
    writer: str = "idle"  # then waits, confirmed, or dead
    spare: bool = True  # the fault can still happen
    side: tuple[int, ...] = ()  # of replicas, ada, bob, cyd, while cut
    reader: int = 1  # bob is 1, cyd 2
    heard: int = -1  # what the reader is about to write back
    must: int = 0  # the oldest value that it may return
    broken: bool = False


Step = tuple[int, str, State]  # by ada, bob, cyd or the network; what; then


def listed(some: tuple[int, ...]) -> str:
    """Replicas as one says them."""
    return ", ".join(NAMES[at] for at in some)


def near(state: State, who: int) -> tuple[int, ...]:
    """The replicas that this client reaches."""
    n, side = len(state.copies), state.side
    return tuple(a for a in range(n) if not side or side[a] == side[n + who])


def stored(state: State, at: tuple[int, ...]) -> State:
    """These replicas hold new."""
    return state._replace(
        copies=tuple(max(c, a in at) for a, c in enumerate(state.copies))
    )


def arrives(state: State, at: tuple[int, ...], w: int) -> tuple[str, State]:
    """New is at these replicas; if W have taken it, ada is told so."""
    took = tuple(max(t, a in at) for a, t in enumerate(state.took))
    done = sum(took) >= w
    after = stored(state, at)._replace(took=took, spare=state.spare)
    news = ": confirmed" if done and state.writer != "confirmed" else ""
    return news, after._replace(writer="confirmed" if done else "waits")


def write(state: State, fault: Fault, w: int) -> Iterator[Step]:
    """Each next step of ada, and of her messages."""
    here = near(state, 0)
    if fault in {"Slow", "Copy lost"}:
        if state.writer == "idle":
            yield 0, "writes new", state._replace(writer="waits")
            return
        for at in (a for a in here if not state.took[a]):
            news, after = arrives(state, (at,), w)
            yield 3, f"new is at {NAMES[at]}{news}", after
    elif state.writer == "idle":
        news, after = arrives(state, here, w)
        yield 0, f"writes new to {listed(here) or 'none'}{news}", after
        if fault == "Lost":  # the last one, as replicas are alike
            news, after = arrives(state, here[:-1], w)
            yield 0, f"writes new to {listed(here[:-1])}{news}", after
        for some in range(1, len(here)) if fault == "Writer dies" else ():
            after = stored(state, here[:some])._replace(writer="dead")
            yield 0, f"writes new to {listed(here[:some])} and dies", after


def network(state: State, fault: Fault) -> Iterator[Step]:
    """A restart, a cut, or its end."""
    n = len(state.copies)
    if fault == "Copy lost" and state.spare:
        for at in (a for a in range(n) if state.copies[a]):
            copies = tuple(c * (a != at) for a, c in enumerate(state.copies))
            after = state._replace(copies=copies, spare=False)
            yield 3, f"{NAMES[at]} restarts with old", after
    if fault == "Cut" and state.spare and state.writer == "idle":
        for mine, bob, cyd in product(range(n + 1), (0, 1), (0, 1)):
            side = (*(int(a >= mine) for a in range(n)), 0, bob, cyd)
            names = [*NAMES[:n], "ada", "bob", "cyd"]
            far = [name for name, at in zip(names, side, strict=True) if at]
            after = state._replace(side=side, spare=False)
            yield 3, f"cut off: {', '.join(far) or 'none'}", after
    if state.side:
        yield 3, "the cut is mended", state._replace(side=())


def read(
    state: State, promise: Promise, w: int, r: int, back: bool
) -> Iterator[Step]:
    """Each next step of the client that reads."""
    who, fresh = state.reader, promise == "Sees confirmed writes"
    if who > 2:
        return
    must = int(state.writer == "confirmed") if fresh else state.must
    must = state.must if state.heard >= 0 else must

    def returns(after: State, value: int) -> State:
        return after._replace(
            reader=who + 1,
            heard=-1,
            must=0 if fresh else value,
            broken=value < must,
        )

    if state.heard >= 0:
        for at in combinations(near(state, who), w):
            after = returns(stored(state, at), 1)
            yield who, f"brings new to {listed(at)}; returns new", after
        return
    for at in combinations(near(state, who), r):
        answers = [state.copies[a] for a in at]
        value, text = max(answers), f"asks {listed(at)}; "
        if back and value and sum(answers) < w:
            yield who, text + "hears new", state._replace(heard=1, must=must)
        else:
            yield who, text + f"returns {VALUES[value]}", returns(state, value)


def search(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> tuple[list[Step], int]:
    """The shortest schedule that breaks it, or none; how many states."""
    start = State((0,) * n, (0,) * n)
    queue, seen = [(start, list[Step]())], {start}
    for state, way in queue:
        if state.broken:
            return way, len(seen)
        for step in (
            *write(state, fault, w),
            *network(state, fault),
            *read(state, promise, w, r, back),
        ):
            if step[2] not in seen:
                seen.add(step[2])
                queue.append((step[2], [*way, step]))
    return [], len(seen)


def simulate(
    promise: Promise = "Never goes back",
    fault: Fault = "Slow",
    n: Annotated[int, Interval(ge=2, le=5)] = 3,
    w: Annotated[int, Interval(ge=1, le=5)] = 2,
    r: Annotated[int, Interval(ge=1, le=5)] = 2,
    write_back: bool = False,
) -> dict[str, list[str]]:
    """The steps of the shortest schedule; R or W above N count as N."""
    way, states = search(promise, fault, n, min(w, n), min(r, n), write_back)
    if not way:
        text = f"None breaks it: all {states:,} states were searched"
        return {"Step": ["–"], "Schedule": [text]}
    table: dict[str, list[str]] = {
        name: [""] * len(way) for name in ("Step", "ada", "bob", "cyd")
    }
    table |= {name: [""] * len(way) for name in ("Network", "Replicas")}
    for row, (who, text, state) in enumerate(way):
        table["Step"][row] = str(row + 1)
        table[("ada", "bob", "cyd", "Network")[who]][row] = text
        table["Replicas"][row] = " ".join(VALUES[c] for c in state.copies)
    return table


if __name__ == "__main__":
    cases: list[tuple[Promise, Fault, int, int, int, bool]] = [
        ("Never goes back", "Slow", 3, 2, 2, False),
        ("Never goes back", "Slow", 3, 2, 2, True),
        ("Never goes back", "Slow", 3, 3, 1, True),
        ("Never goes back", "Writer dies", 3, 2, 2, False),
        ("Never goes back", "Cut", 3, 2, 2, False),
        ("Never goes back", "Lost", 3, 2, 2, False),
        ("Sees confirmed writes", "Slow", 3, 2, 2, False),
        ("Sees confirmed writes", "Slow", 3, 1, 1, False),
        ("Sees confirmed writes", "Copy lost", 3, 2, 2, False),
        ("Sees confirmed writes", "Copy lost", 3, 2, 2, True),
        ("Sees confirmed writes", "Copy lost", 5, 2, 2, False),
        ("Sees confirmed writes", "Copy lost", 3, 3, 2, False),
        ("Never goes back", "Copy lost", 3, 3, 2, True),
    ]
    for promise, fault, n, w, r, back in cases:
        rule = ", write-back" if back else ""
        print(f"{promise}; {fault}; N {n}, W {w}, R {r}{rule}")
        for row in zip(
            *simulate(promise, fault, n, w, r, back).values(), strict=True
        ):
            print("  ", " | ".join(cell for cell in row if cell))
