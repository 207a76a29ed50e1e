"""Lock schedule: the fewest steps in which a lock breaks what it promises.

Two clients add one to a counter, once each, under one lock, and ada is first.
Time passes only while one works, between its read and its write, or is late:
paused, or its message on its way. A write frees the lock; if its client has not
read the last one, an addition is lost. The fault may come while ada is busy.
Time: O(states * steps). Space: O(states * steps).
Source: Kleppmann, "How to do distributed locking", 2016
"""

from collections.abc import Iterator
from itertools import product
from math import inf
from typing import Annotated, Literal, NamedTuple, get_args

from annotated_types import Interval, Unit

Guarantee = Literal["No addition lost", "Bob gets the lock"]
Guard = Literal[
    "None", "Renews", "Asks", "Own clock", "Token at write", "Token at both"
]
Fault = Literal[  # of ada's clock, of ada, of her messages, of the lock server
    "None", "Slow clock", "Crash", "Release lost", "Cut off",
    "Forgets holder", "Forgets all",
]  # fmt: skip
Lease = Literal["1 s", "2 s", "3 s", "No end"]
Step = tuple[list[str], "State"]  # of ada, of bob, of the server; and after it
RULES = {  # `!` shows the token to the store
    "None": ["locks", "reads", "writes"],
    "Renews": ["locks", "reads", "writes"],  # after each second of work
    "Asks": ["locks", "reads", "asks", "writes"],
    "Own clock": ["locks", "reads", "looks", "writes"],
    "Token at write": ["locks", "reads", "writes!"],
    "Token at both": ["locks", "reads!", "writes!"],
}


class Model(NamedTuple):
    """The knobs, as in `simulate`; the lease in seconds."""

    guarantee: Guarantee
    guard: Guard
    fault: Fault
    lease: float
    work: int
    late: int


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
    left: float = 0
    granted: int = 0
    cut: bool = False  # the server does not hear ada
    counter: int = 0
    seen: int = 0  # the highest token shown
    lost: bool = False


def step(at: State, who: int, name: str, model: Model) -> Step:
    """One client's step."""
    me, new, unheard = at.clients[who], at.granted + 1, at.cut and who == 0
    slow = model.fault == "Slow clock" and who == 0  # by 1 s
    refused = name == "looks" and me.worked + me.late - slow >= model.lease
    refused |= name == "asks" and (at.holder != who or unheard)
    refused |= "!" in name and me.token < at.seen
    told = [name if who == n else "" for n in range(3)]
    if refused:
        me, told[who] = Client(9), f"{name}, gives up"
    elif name == "locks":
        me = Client(token=new)
        at = at._replace(holder=who, left=model.lease, granted=new)
    elif name.startswith("reads"):
        me = me._replace(read=at.counter)
    elif name.startswith("writes"):
        at = at._replace(counter=me.read + 1, lost=me.read != at.counter)
        if at.holder == who:
            told[2] = "no release" if unheard else ""
            at = at._replace(holder=who if unheard else None)
    seen = max(at.seen, me.token) if "!" in name else at.seen
    me = me._replace(done=me.done + 1)
    both = (at.clients[0], me) if who else (me, at.clients[1])
    return told, at._replace(clients=both, seen=seen)


def moves(at: State, model: Model) -> Iterator[Step]:
    """All that can happen next."""
    later = []
    for who, me in enumerate(at.clients):
        name = [*RULES[model.guard], *["ended"] * 9][me.done]
        waits = at.holder is not None or (who and not at.clients[0].done)
        if name != "ended" and not (name == "locks" and waits):
            yield step(at, who, name, model)
            loses = model.fault == "Release lost" and who == at.holder == 0
            if loses and name.startswith("writes"):
                yield step(at._replace(cut=True), who, name, model)
        if name in ("locks", "ended"):
            later.append(("", me))
        elif me.done == 2 and me.worked < model.work:
            later.append(("works 1 s", me._replace(worked=me.worked + 1)))
        elif me.late < model.late:
            later.append(("late by 1 s", me._replace(late=me.late + 1)))
    if at.holder is not None and len(later) == 2:
        left, (does, both) = at.left - 1, zip(*later, strict=True)
        if model.guard == "Renews" and "works" in does[at.holder]:
            left = left if at.cut and at.holder == 0 else model.lease
        holder = at.holder if left else None
        after = at._replace(clients=both, holder=holder, left=left)
        yield [*does, "" if left else "lease ends"], after
    if not 0 < at.clients[0].done < len(RULES[model.guard]):
        return
    bob = at.clients[1]
    if model.fault == "Crash":
        yield ["crashes", "", ""], at._replace(clients=(Client(9), bob))
    elif model.fault == "Cut off":
        yield ["", "", "Ada cut off"], at._replace(cut=True)
    elif model.fault.startswith("Forgets"):
        last = at.granted if model.fault == "Forgets holder" else 0
        after = at._replace(holder=None, left=0, granted=last)
        yield ["", "", f"restarts, {model.fault.lower()}"], after


def search(model: Model) -> tuple[list[Step], int]:
    """The shortest way to a broken guarantee, and how many states were seen."""
    came: dict[State, list[Step]] = {State(): []}
    for at in (queue := [State()]):  # grows
        steps = [(told, then) for told, then in moves(at, model) if then != at]
        blocked = not steps and not at.clients[1].done
        if at.lost if model.guarantee == "No addition lost" else blocked:
            return came[at], len(came)
        for told, after in steps:
            if after not in came:
                came[after] = [*came[at], (told, after)]
                queue.append(after)
    return [], len(came)


def simulate(
    guarantee: Guarantee = "No addition lost",
    guard: Guard = "None",
    fault: Fault = "None",
    lease: Lease = "2 s",
    work: Annotated[int, Interval(ge=0, le=3), Unit("s")] = 1,
    late: Annotated[int, Interval(ge=0, le=3), Unit("s")] = 1,
) -> dict[str, list[str | None]]:
    """The shortest schedule that breaks it, or that there is none."""
    seconds = inf if lease == "No end" else int(lease[0])
    way, states = search(Model(guarantee, guard, fault, seconds, work, late))
    end = ["end", "added 1", "added 1", "", "n=1: one LOST"]
    if guarantee == "Bob gets the lock":
        end = ["end", "", "waits for ever", "", ""]
    if not way:
        end = ["none", "", "", "", f"nothing breaks it in {states:,} states"]
    rows = [(*told, f"n={at.counter}") for told, at in way]
    numbered = [(f"#{n}", *row) for n, row in enumerate(rows, 1)]
    names = ["#", "Ada", "Bob", "Server", "Store"]
    columns = zip(names, *numbered, end, strict=True)
    return {name: [cell or None for cell in rest] for name, *rest in columns}


if __name__ == "__main__":
    print("fewest steps, 0 if nothing breaks it:", ", ".join(get_args(Fault)))
    kinds = get_args(Guarantee), (2, inf), get_args(Guard)
    for guarantee, lease, guard in product(*kinds):
        knobs = [(guarantee, guard, f, lease, 1, 1) for f in get_args(Fault)]
        ways = [search(Model(*knob))[0] for knob in knobs]
        print(f"{guarantee}, {lease} s, {guard}:", *map(len, ways))
