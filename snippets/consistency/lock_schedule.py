"""Lock schedule: the fewest steps in which a lock with a lease loses a write.

Two clients add one to a counter, each once, under one lock. Time passes only
while a client works between its read and its write, or is late: paused, or
its message on its way. A write that overwrites what its client has not read
loses an addition.
Time: O(states), each looked at once. Space: O(states).
Source: Kleppmann, "How to do distributed locking", 2016; Burrows, "The Chubby
lock service", OSDI 2006, section 2.4, whose tokens are called sequencers
"""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, get_args

from annotated_types import Interval, Unit

Guard = Literal["None", "Asks", "Own clock", "Token at write", "Token at both"]
Restart = Literal["Never", "Forgets holder", "Forgets all"]
RULES = {  # `!` shows the token to the store
    "None": ["locks", "reads", "writes", "frees"],
    "Asks": ["locks", "reads", "asks", "writes", "frees"],
    "Own clock": ["locks", "reads", "looks", "writes", "frees"],
    "Token at write": ["locks", "reads", "writes!", "frees"],
    "Token at both": ["locks", "reads!", "writes!", "frees"],
}


class Model(NamedTuple):
    """The knobs, in seconds but for the first and the last."""

    guard: Guard = "None"
    lease: int = 2
    work: int = 1
    late: int = 1
    slow_clock: int = 0
    restart: Restart = "Never"


class Client(NamedTuple):
    """Steps done, its token, what it read; seconds since it has the lock."""

    done: int = 0
    token: int = 0
    read: int = 0
    worked: int = 0
    late: int = 0


class State(NamedTuple):
    """The clients, the lock server, the store."""

    clients: tuple[Client, ...] = (Client(), Client())
    holder: int | None = None
    left: int = 0  # seconds of the lease
    granted: int = 0  # the last token
    restarted: bool = False
    counter: int = 0
    seen: int = 0  # the highest token shown to the store
    lost: bool = False


def step(at: State, who: int, model: Model) -> State | None:
    """After the next step of a client; None if it can't take one."""
    me, steps = at.clients[who], RULES[model.guard]
    if me.done == len(steps) or (who and not at.clients[0].done):
        return None  # ada is the first to lock
    name, valid = steps[me.done], model.lease + model.slow_clock
    if name == "locks":
        if at.holder is not None:
            return None
        me, new = Client(0, at.granted + 1), at.granted + 1
        at = at._replace(holder=who, left=model.lease, granted=new)
    elif (
        (name == "asks" and at.holder != who)
        or (name == "looks" and me.worked + me.late >= valid)
        or ("!" in name and me.token < at.seen)
    ):
        me = Client(len(steps) - 1)  # refused: stops
    elif name == "frees":
        at = at._replace(holder=None) if at.holder == who else at
    elif name.startswith("reads"):
        me = me._replace(read=at.counter)
    elif name.startswith("writes"):
        at = at._replace(counter=me.read + 1, lost=me.read != at.counter)
    seen = max(at.seen, me.token) if "!" in name else at.seen
    me = me._replace(done=me.done + 1)
    both = (at.clients[0], me) if who else (me, at.clients[1])
    return at._replace(clients=both, seen=seen)


def moves(at: State, model: Model) -> Iterator[tuple[list[str], State]]:
    """What ada, bob and the server do next, and the state after it."""
    steps = RULES[model.guard]
    later = []
    for who, me in enumerate(at.clients):
        if after := step(at, who, model):
            name = steps[me.done]
            yield [name if who == n else "" for n in range(3)], after
        if not 0 < me.done < len(steps) - 1:
            later.append(("", me))
        elif me.done == 2 and me.worked < model.work:
            later.append(("works 1 s", me._replace(worked=me.worked + 1)))
        elif me.late < model.late:
            later.append(("late by 1 s", me._replace(late=me.late + 1)))
    if at.holder is not None and len(later) == 2:
        left, both = at.left - 1, tuple(me for _, me in later)
        now = [*(told for told, _ in later), "" if left else "lease ends"]
        holder = at.holder if left else None
        yield now, at._replace(clients=both, holder=holder, left=left)
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
    rows = [
        (f"#{n}", *told, f"counter {at.counter}")
        for n, (told, at) in enumerate(way, 1)
    ]
    end = "counter 1 after 2 writes: one addition is LOST"
    if not way:
        end = f"nothing is lost in any schedule ({states:,} states)"
    columns = zip(*rows, ("end", "", "", "", end), strict=True)
    names = ["Step", "Ada", "Bob", "Lock server", "Store"]
    return {
        name: [cell or None for cell in column]
        for name, column in zip(names, columns, strict=True)
    }


if __name__ == "__main__":
    print("fewest steps to a lost addition, 0 if none; states")
    for guard in get_args(Guard):
        for s in [(2, 1, 0), (2, 1, 1), (3, 3, 0), (3, 3, 0, 1), (3, 1, 1)]:
            way, states = search(Model(guard, *s))
            print(f"{guard}, {s}: {len(way)}; {states}")
        for restart in get_args(Restart)[1:]:
            way, states = search(Model(guard, restart=restart))
            print(f"{guard}, {restart}: {len(way)}; {states}")
