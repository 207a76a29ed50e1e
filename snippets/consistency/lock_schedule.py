"""Lock schedule: the fewest steps in which a lock with a lease loses a write.

Two clients add one to a counter, each once, under one lock; ada has it first.
Time passes only while a client works between its read and its write, or is
late: paused, or its message on its way. Whoever writes frees the lock. A write
that overwrites what its client has not read loses an addition.
Time: O(states). Space: O(states).
Source: Kleppmann, "How to do distributed locking", 2016
"""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, get_args

from annotated_types import Interval, Unit

Guard = Literal["None", "Asks", "Own clock", "Token at write", "Token at both"]
Restart = Literal["Never", "Forgets holder", "Forgets all"]
RULES = {  # `!` shows the token to the store
    "None": ["locks", "reads", "writes"],
    "Asks": ["locks", "reads", "asks", "writes"],
    "Own clock": ["locks", "reads", "looks", "writes"],
    "Token at write": ["locks", "reads", "writes!"],
    "Token at both": ["locks", "reads!", "writes!"],
}


class Model(NamedTuple):
    """The knobs, as in `simulate`."""

    guard: Guard
    lease: int
    work: int
    late: int
    slow_clock: int
    restart: Restart


class Client(NamedTuple):
    """Its steps so far, and the seconds that it has worked and was late."""

    done: int = 0
    token: int = 0
    read: int = 0
    worked: int = 0
    late: int = 0


class State(NamedTuple):
    """The clients; the lock server, lease left, last token; the store."""

    clients: tuple[Client, ...] = (Client(), Client())
    holder: int | None = None
    left: int = 0
    granted: int = 0
    restarted: bool = False
    counter: int = 0
    seen: int = 0  # the highest token shown
    lost: bool = False


def step(at: State, who: int, name: str, model: Model) -> State:
    """The state after this step of a client."""
    me, new = at.clients[who], at.granted + 1
    shown = me.worked + me.late - model.slow_clock  # by its clock
    refused = name == "looks" and shown >= model.lease
    refused |= name == "asks" and at.holder != who
    refused |= "!" in name and me.token < at.seen
    if refused:
        me = Client(9)  # gives up
    elif name == "locks":
        me = Client(token=new)
        at = at._replace(holder=who, left=model.lease, granted=new)
    elif name.startswith("reads"):
        me = me._replace(read=at.counter)
    elif name.startswith("writes"):  # and frees
        at = at._replace(counter=me.read + 1, lost=me.read != at.counter)
        at = at._replace(holder=None) if at.holder == who else at
    seen = max(at.seen, me.token) if "!" in name else at.seen
    me = me._replace(done=me.done + 1)
    both = (at.clients[0], me) if who else (me, at.clients[1])
    return at._replace(clients=both, seen=seen)


def moves(at: State, model: Model) -> Iterator[tuple[list[str], State]]:
    """What ada, bob and the server do next, and the state after it."""
    later = []
    for who, me in enumerate(at.clients):
        name = [*RULES[model.guard], *["ended"] * 9][me.done]
        waits = at.holder is not None or (who and not at.clients[0].done)
        if name != "ended" and not (name == "locks" and waits):
            told = [name if who == n else "" for n in range(3)]
            yield told, step(at, who, name, model)
        if name in ("locks", "ended"):
            later.append(("", me))
        elif me.done == 2 and me.worked < model.work:
            later.append(("works 1 s", me._replace(worked=me.worked + 1)))
        elif me.late < model.late:
            later.append(("late by 1 s", me._replace(late=me.late + 1)))
    if at.holder is not None and len(later) == 2:
        left, (does, both) = at.left - 1, zip(*later, strict=True)
        holder = at.holder if left else None
        after = at._replace(clients=both, holder=holder, left=left)
        yield [*does, "" if left else "lease ends"], after
    if model.restart != "Never" and at.granted and not at.restarted:
        new = at.granted if model.restart == "Forgets holder" else 0
        at = at._replace(holder=None, left=0, granted=new, restarted=True)
        yield ["", "", f"restarts, {model.restart.lower()}"], at


def search(model: Model) -> tuple[list[tuple[list[str], State]], int]:
    """The shortest way to a lost addition, and how many states were seen."""
    came: dict[State, list[tuple[list[str], State]]] = {State(): []}
    for at, way in (queue := [(State(), came[State()])]):  # grows
        for told, after in moves(at, model):
            if after not in came:
                came[after] = [*way, (told, after)]
                queue.append((after, came[after]))
            if after.lost:
                return came[after], len(came)
    return [], len(came)


def simulate(
    guard: Guard = "None",
    lease: Annotated[int, Interval(ge=1, le=3), Unit("s")] = 2,
    work: Annotated[int, Interval(ge=0, le=3), Unit("s")] = 1,
    late: Annotated[int, Interval(ge=0, le=3), Unit("s")] = 1,
    slow_clock: Annotated[int, Interval(ge=0, le=2), Unit("s")] = 0,
    restart: Restart = "Never",
) -> dict[str, list[str | None]]:
    """The shortest schedule that loses an addition, or that there is none."""
    way, states = search(Model(guard, lease, work, late, slow_clock, restart))
    names = ["#", "Ada", "Bob", "Server", "Store"]
    end = ["end", "added 1", "added 1", "", "n = 1: one LOST"]
    if not way:
        text = f"nothing is lost in {states:,} states"
        end = ["none", "", "", "", text]
    rows = [(*told, f"n = {at.counter}") for told, at in way]
    numbered = [(f"#{n}", *row) for n, row in enumerate(rows, 1)]
    columns = zip(*numbered, end, strict=True)
    shown = [[cell or None for cell in column] for column in columns]
    return dict(zip(names, shown, strict=True))


if __name__ == "__main__":
    print("lease, work, late, slow clock: fewest steps to a loss, 0 if none")
    settings = [(2, 1, 1, 0), (2, 1, 0, 0), (3, 3, 0, 0), (3, 3, 0, 1)]
    for guard in get_args(Guard):
        for s in settings:
            way, states = search(Model(guard, *s, "Never"))
            print(f"{guard}, {s}: {len(way)}; {states} states")
        for restart in get_args(Restart)[1:]:
            way, states = search(Model(guard, 2, 1, 1, 0, restart))
            print(f"{guard}, {restart}: {len(way)}; {states} states")
