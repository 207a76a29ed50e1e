"""Break a mutex in a cache: the shortest schedule that ends in the failure.

Two readers render a page, a lease in the cache says who. A reader that finds
the lease taken looks again each second, page first. A render takes 2 seconds,
or up to `delay` more. One edit may change the database and delete the page.
Searched breadth first; one step is an event, or a second that passes.

Time, space: O(states).
Source: Redis manual, "Distributed Locks with Redis",
https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, get_args

from annotated_types import Interval, MultipleOf, Unit

Guarantee = Literal[
    "no old page over a newer", "one renders at a time", "nobody waits 6 s"
]
RENDER, PATIENCE = 2, 6  # seconds


class State(NamedTuple):
    """All that decides what can happen next; version 0 is no page."""

    row: int = 1  # version of the row in the database
    page: int = 0
    holder: int = -1
    left: int = 0  # seconds of the lease
    phases: tuple[str, str] = ("idle", "idle")
    ages: tuple[int, int] = (0, 0)  # seconds in this phase
    read: tuple[int, int] = (0, 0)  # versions that they render
    faults: frozenset[str] = frozenset()  # still to come


Move = tuple[
    int, str, State, str
]  # who (2: cache, 3: time), what, then, broken


def moves(
    at: State,
    guarantee: Guarantee,
    lease: int,
    delay: int,
    jump: int,
    token: bool,
) -> Iterator[Move]:
    """Each event that can come next."""

    def turn(who: int, phase: str, read: int = 0) -> State:
        new = [phase, 0, read]
        old = [at.phases, at.ages, at.read]
        pairs: Any = [
            (n, o[1]) if who == 0 else (o[0], n)
            for n, o in zip(new, old, strict=True)
        ]
        return at._replace(phases=pairs[0], ages=pairs[1], read=pairs[2])

    ordered, alone, patient = (guarantee == g for g in get_args(Guarantee))
    hurried = False  # someone acts before time goes on
    for who, phase in enumerate(at.phases):
        free = at.left == 0
        if phase == "idle" and not at.page:
            yield who, "misses", turn(who, "waits"), ""
        if phase == "waits" and at.page:
            hurried = True
            yield who, "finds the page", turn(who, "idle"), ""
        elif phase == "waits" and free:
            hurried = True
            then = turn(who, "renders", at.row)._replace(holder=who, left=lease)
            both = alone and at.phases[1 - who] == "renders"
            what = f"takes the lease, renders v{at.row}"
            yield who, what, then, "both render" if both else ""
        elif phase == "waits" and at.ages[who] == PATIENCE and patient:
            yield who, "finds the lease taken", at, "6 s have passed"
        if phase != "renders":
            continue
        hurried |= at.ages[who] >= RENDER + delay
        if "crash" in at.faults:
            crashed = turn(who, "crashed")
            yield who, "crashes", _spend(crashed, "crash"), ""
        if at.ages[who] < RENDER:
            continue
        done, version = turn(who, "idle"), at.read[who]
        if token and (free or at.holder != who):
            yield who, f"is refused v{version}", done, ""
            continue
        stored = done._replace(page=version)
        older = ordered and version < at.page
        broken = f"v{version} is stored over v{at.page}" if older else ""
        opened = stored._replace(holder=-1, left=0)
        yield who, f"stores v{version}, releases", opened, broken
        if "loss" in at.faults:
            lost = _spend(done if token else stored, "loss")
            what = "sends" if token else "stores"  # token: in one transaction
            what = f"{what} v{version}; {'all' if token else 'release'} is lost"
            yield who, what, lost, "" if token else broken
    if "edit" in at.faults:
        edited = _spend(at._replace(row=2, page=0), "edit")
        yield 2, "an edit: v2, page deleted", edited, ""
    if "jump" in at.faults and at.left:
        early = at._replace(left=max(0, at.left - jump))
        yield 2, f"its clock jumps {jump} s", _spend(early, "jump"), ""
    if not hurried:
        a, b = (
            age + (p == "renders" or (p == "waits" and age < PATIENCE))
            for p, age in zip(at.phases, at.ages, strict=True)
        )
        later = at._replace(left=max(0, at.left - 1), ages=(a, b))
        yield 3, "", later, ""


def _spend(state: State, fault: str) -> State:
    return state._replace(faults=state.faults - {fault})


def simulate(
    guarantee: Guarantee = "no old page over a newer",
    lease: Annotated[int, Interval(ge=2, le=8), Unit("s")] = 3,
    delay: Annotated[int, Interval(ge=0, le=6), Unit("s")] = 3,
    clock_jump: Annotated[int, Interval(ge=0, le=4), Unit("s")] = 0,
    crash: bool = False,
    lost_release: bool = False,
    token: bool = False,
) -> dict[str, list[str]]:
    """The shortest schedule that breaks the guarantee, or that there is none."""
    named = {
        "edit": 1,
        "crash": crash,
        "loss": lost_release,
        "jump": clock_jump,
    }
    start = State(faults=frozenset(n for n, there in named.items() if there))
    paths: dict[State, list[Move]] = {start: []}
    for at in (queue := [start]):
        path = paths[at]
        for move in moves(at, guarantee, lease, delay, clock_jump, token):
            if move[3]:
                return _table([*path, move])
            if move[2] not in paths:
                paths[move[2]] = [*path, move]
                queue.append(move[2])
    none = f"No schedule breaks it: all {len(queue):,} states were searched."
    return {
        "Time": ["any"],
        "Reader A": [""],
        "Reader B": [""],
        "Cache": [none],
    }


def _table(path: list[Move]) -> dict[str, list[str]]:
    now, rows = 0, []
    for who, what, state, broken in path:
        if who == 3:
            now += 1
            continue
        page = f"page v{state.page}" if state.page else "no page"
        lock = f"lease of {'AB'[state.holder]}: {state.left} s"
        cells = ["", "", f"{page}, {lock if state.left else 'no lease'}"]
        cells[who] = what if who < 2 else f"{what}; {cells[2]}"
        rows.append([f"{now} s", *cells])
        if broken:
            rows.append([f"{now} s", "", "", f"BROKEN: {broken}"])
    names = ["Time", "Reader A", "Reader B", "Cache"]
    return {n: [row[i] for row in rows] for i, n in enumerate(names)}


if __name__ == "__main__":
    rendering, waiting = get_args(Guarantee)[1:]
    settings: list[dict[str, Any]] = [{}, {"delay": 1}, {"token": True}]
    settings += [{"delay": 0, "clock_jump": 4}, {"guarantee": rendering}]
    settings += [{"guarantee": rendering, "token": True, "lease": 6}]
    for guarantee, lease in [(rendering, 5), (rendering, 6), (waiting, 7)]:
        settings += [{"guarantee": guarantee, "lease": lease, "crash": True}]
    settings += [settings[-1] | {"lease": 6}]
    for knobs in settings:
        table = simulate(**knobs)
        print(
            *(f"{k}={v}" for k, v in knobs.items()),
            f"{len(table['Time'])} rows",
        )
        print("   ", table["Time"][-1], table["Cache"][-1])
