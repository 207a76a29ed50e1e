"""Quorum schedule: the shortest way to break what a quorum promises.

ada writes new over old; bob and, after him, cyd read: R of N, which answer at
once. With write-back they first bring new to W, unless W said new. Her messages
arrive all at once, or, if slow, one by one; if a copy may be lost they are
slow, and one replica restarts without it. Or one message is lost, or she dies,
or the network is cut in two before, and what would cross is lost. Or her clock
is behind: the stamp of new is older than that of old, and the later one stays.
Time: O(states * steps). Space: O(states).
Source: Attiya, Bar-Noy, Dolev, 1995, https://doi.org/10.1145/200836.200869
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Annotated, Literal, NamedTuple, get_args

from annotated_types import Interval

Promise = Literal["Sees confirmed writes", "Never goes back"]
Fault = Literal[
    "None", "Slow messages", "Lost message", "Writer dies", "Copy lost", "Cut",
    "Slow clock",
]  # fmt: skip
NAMES, VALUES, CLIENTS = "abcde", ("old", "new"), ("ada", "bob", "cyd")
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


Step = tuple[str, str, State]  # who, does what, the state then


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
    here, slow = near(state, 0), fault in {"Slow messages", "Copy lost"}
    behind = fault == "Slow clock" and not state.spare
    idle = state.writer == "idle"
    if slow and idle:
        yield "ada", "sends new", state._replace(writer="waits")
    if slow == idle:  # now sent, or arrived before
        return
    sets: list[Some] = (
        [(a,) for a in here if not state.took[a]] if slow else [here]
    )
    if fault == "Lost message":  # the last one, as replicas are alike
        sets.append(here[:-1])
    for at in sets:
        names, took = store(state.took, at)
        copies = state.copies if behind else store(state.copies, at)[1]
        who, text = "ada", f"writes new to {names}"
        if slow:
            who, text = names, "gets new"
        now = "confirmed" if sum(took) >= w else "waits"
        text += ", which keep old" if behind else ""
        text += ": confirmed" if state.writer != now == "confirmed" else ""
        after = state._replace(copies=copies, took=took, writer=now)
        yield who, text, after
    for k in range(1, len(here)) if fault == "Writer dies" else ():
        names, copies = store(state.copies, here[:k])
        after = state._replace(copies=copies, writer="dead")
        yield "ada", f"writes new to {names} and dies", after


def network(state: State, fault: Fault) -> Iterator[Step]:
    """A restart, a cut, its end, or a clock that falls behind."""
    n, then = len(state.copies), state._replace(spare=False)
    if fault == "Copy lost" and state.spare:
        for at in (a for a in range(n) if state.copies[a]):
            left = tuple(c * (a != at) for a, c in enumerate(state.copies))
            yield NAMES[at], "loses new", then._replace(copies=left)
    if fault == "Cut" and state.spare and state.writer == "idle":
        for mine, bob, cyd in product(range(n + 1), (0, 1), (0, 1)):
            side = (*(int(a >= mine) for a in range(n)), 0, bob, cyd)
            far = [*NAMES[mine:n], *["bob"] * bob, *["cyd"] * cyd]
            what = f"cuts off {', '.join(far)}"
            yield "network", what, then._replace(side=side)
    if state.side:
        yield "network", "is mended", state._replace(side=())
    if fault == "Slow clock" and state.spare and state.writer == "idle":
        yield "ada's clock", "falls behind", then


def read(
    state: State, promise: Promise, w: int, r: int, back: bool
) -> Iterator[Step]:
    """Each next step of the client that reads."""
    who, must = CLIENTS[state.reader], state.must
    fresh = promise == "Sees confirmed writes"
    if fresh and not state.heard:
        must = int(state.writer == "confirmed")
    for at in combinations(near(state, state.reader), w if state.heard else r):
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
            reader=state.reader + 1, heard=False, broken=value < must,
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
    fault: Fault = "Slow messages",
    n: Annotated[int, Interval(ge=2, le=5)] = 3,
    w: Annotated[int, Interval(ge=1, le=5)] = 2,
    r: Annotated[int, Interval(ge=1, le=5)] = 2,
    write_back: bool = False,
) -> dict[str, list[str | None]]:
    """The steps of the shortest schedule; R or W above N count as N."""
    way, states = search(promise, fault, n, min(w, n), min(r, n), write_back)
    rows: list[tuple[str | None, ...]] = [
        (str(row), who, does, " ".join(VALUES[c] for c in after.copies))
        for row, (who, does, after) in enumerate(way, 1)
    ]
    found = f"none breaks it: all {states:,} states were searched"
    columns = zip(*rows or [("none", None, found, None)], strict=True)
    names = ["#", "Who", "Does", "Replicas"]
    return dict(zip(names, map(list, columns), strict=True))


if __name__ == "__main__":
    for promise, fault in product(get_args(Promise), get_args(Fault)):
        for case in ("220", "221", "310", "320", "110"):
            w, r, back = map(int, case)
            print(f"{promise}; {fault}; W {w}, R {r} of 3; write-back {back}")
            rows = simulate(promise, fault, 3, w, r, bool(back)).values()
            for row in zip(*rows, strict=True):
                print("  ", " | ".join(cell for cell in row if cell))
