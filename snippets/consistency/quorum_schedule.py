"""Quorum schedule: the shortest way to break what a quorum promises.

ada writes new over old; bob and, after him, cyd read: R of N, which answer at
once. With write-back they first bring new to W, unless W said new. Slow: the
write's messages arrive one by one. Copy lost: so, and one replica restarts
without its copy. Else all arrive at once, but one is lost, or ada dies, or the
network is cut in two before the write, and what would cross is lost.
Time: O(states * steps). Space: O(states).
Source: Attiya, Bar-Noy, Dolev, 1995, https://doi.org/10.1145/200836.200869
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Annotated, Literal, NamedTuple, get_args

from annotated_types import Interval

Promise = Literal["Sees confirmed writes", "Never goes back"]
Fault = Literal["None", "Slow", "Lost", "Writer dies", "Copy lost", "Cut"]
NAMES, VALUES = "abcde", ("old", "new")
Some = tuple[int, ...]


class State(NamedTuple):
    """What replicas hold and clients know; 1 is new, and 0 old."""

    copies: Some
    took: Some  # which replicas ada has an answer of
    writer: str = "idle"  # then waits, confirmed, or dead
    spare: bool = True  # the fault can still happen
    side: Some = ()  # of replicas, ada, bob, cyd, while cut
    reader: int = 1  # bob is 1, cyd 2
    heard: bool = False  # the reader is about to write back
    must: int = 0  # the oldest value that it may return
    broken: bool = False


Step = tuple[int, str, State]  # by ada, bob, cyd or the network; what; then


def near(state: State, who: int) -> Some:
    """The replicas that this client reaches."""
    n, side = len(state.copies), state.side
    return tuple(a for a in range(n) if not side or side[a] == side[n + who])


def store(held: Some, at: Some) -> tuple[str, Some]:
    """The replicas' names, and who holds new once these do."""
    names = ", ".join(NAMES[a] for a in at) or "none"
    return names, tuple(max(h, a in at) for a, h in enumerate(held))


def write(state: State, fault: Fault, w: int) -> Iterator[Step]:
    """Each next step of ada, and of her messages."""
    here = near(state, 0)
    who, text, sets = 0, "writes new to", [here]
    if fault in {"Slow", "Copy lost"}:
        if state.writer == "idle":
            yield 0, "writes new", state._replace(writer="waits")
            return
        who, text = 3, "new is at"
        sets = [(a,) for a in here if not state.took[a]]
    elif state.writer != "idle":
        return
    if fault == "Lost":  # the last one, as replicas are alike
        sets.append(here[:-1])
    for at in sets:
        names, copies = store(state.copies, at)
        took = store(state.took, at)[1]
        now = "confirmed" if sum(took) >= w else "waits"
        news = ": confirmed" if state.writer != now == "confirmed" else ""
        after = state._replace(copies=copies, took=took, writer=now)
        yield who, f"{text} {names}{news}", after
    for k in range(1, len(here)) if fault == "Writer dies" else ():
        names, copies = store(state.copies, here[:k])
        after = state._replace(copies=copies, writer="dead")
        yield 0, f"{text} {names} and dies", after


def network(state: State, fault: Fault) -> Iterator[Step]:
    """A restart, a cut, or its end."""
    n, then = len(state.copies), state._replace(spare=False)
    if fault == "Copy lost" and state.spare:
        for at in (a for a in range(n) if state.copies[a]):
            left = tuple(c * (a != at) for a, c in enumerate(state.copies))
            yield 3, f"{NAMES[at]} loses new", then._replace(copies=left)
    if fault == "Cut" and state.spare and state.writer == "idle":
        for mine, bob, cyd in product(range(n + 1), (0, 1), (0, 1)):
            side = (*(int(a >= mine) for a in range(n)), 0, bob, cyd)
            far = [*NAMES[mine:n], *["bob"] * bob, *["cyd"] * cyd]
            yield 3, f"cut off: {', '.join(far)}", then._replace(side=side)
    if state.side:
        yield 3, "the cut is mended", state._replace(side=())


def read(
    state: State, promise: Promise, w: int, r: int, back: bool
) -> Iterator[Step]:
    """Each next step of the client that reads."""
    who, fresh = state.reader, promise == "Sees confirmed writes"
    must = state.must
    if fresh and not state.heard:
        must = int(state.writer == "confirmed")
    for at in combinations(near(state, who), w if state.heard else r):
        names, told = store(state.copies, at)
        answers = [state.copies[a] for a in at]
        value, text = max(answers), f"asks {names}; "
        if state.heard:
            value, text = 1, f"brings new to {names}; "
        elif back and value and sum(answers) < w:
            yield who, text + "hears new", state._replace(heard=True, must=must)
            continue
        yield (who, text + f"returns {VALUES[value]}", state._replace(
            copies=told if state.heard else state.copies,
            reader=who + 1, heard=False, broken=value < must,
            must=0 if fresh else value,
        ))  # fmt: skip


def search(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> tuple[list[Step], int]:
    """The shortest schedule that breaks it, or none; how many states."""
    start = State((0,) * n, (0,) * n)
    queue, seen = [(start, list[Step]())], {start}
    for state, way in queue:
        if state.broken:
            return way, len(seen)
        steps = [*write(state, fault, w), *network(state, fault)]
        if state.reader < 3:
            steps += read(state, promise, w, r, back)
        for step in steps:
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
        return {"Step": ["none"], "Schedule": [text]}
    actors = enumerate(["ada", "bob", "cyd", "Network"])
    return {
        "Step": [str(row + 1) for row in range(len(way))],
        **{a: [t if who == i else "" for who, t, _ in way] for i, a in actors},
        "Replicas": [" ".join(VALUES[c] for c in s.copies) for *_, s in way],
    }


if __name__ == "__main__":
    for promise, fault in product(get_args(Promise), get_args(Fault)):
        for case in ("220", "221", "310", "320", "110"):
            w, r, back = map(int, case)
            print(f"{promise}; {fault}; W {w}, R {r} of 3; write-back {back}")
            rows = simulate(promise, fault, 3, w, r, bool(back)).values()
            for row in zip(*rows, strict=True):
                print("  ", " | ".join(cell for cell in row if cell))
