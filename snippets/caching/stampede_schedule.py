"""Stampede schedule: the fewest steps that break what a lock promises.

Ada, then Bob, then Cyd, want an entry that is missing. Who has the lock reads
the origin, computes, stores and frees the lock. Others wait, and go on once
they can. One edit may change the origin and delete the entry, both at once.
Time passes while readers compute, are late with the answer, or wait.
Time: O(states). Space: O(states).
Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, 3.2.1
"""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, get_args

from annotated_types import Interval, Unit

Guarantee = Literal[
    "One computes", "One locked", "Never back", "No late fill", "No 5 s wait"
]
Protection = Literal["None", "Lock", "Owner check", "Token at store", "Lease"]
ONE, LOCKED, BACK, FILL, WAIT = get_args(Guarantee)
NAMES, VALUES = ("Ada", "Bob", "Cyd"), ("empty", "old", "new")


class Model(NamedTuple):
    """The knobs, as in `simulate`."""

    guarantee: Guarantee
    protection: Protection
    lock_life: int
    work: int
    late: int
    crash: bool


class Reader(NamedTuple):
    """Away, waits, computes, ended or crashed; how long; what it read."""

    phase: str = "away"
    seconds: int = 0
    value: int = 0


class State(NamedTuple):
    """The readers; the lock and the seconds left of it; 0 empty, 1 old."""

    readers: tuple[Reader, ...] = (Reader(), Reader(), Reader())
    holder: int | None = None
    left: int = 0
    origin: int = 1
    entry: int = 0


Step = tuple[list[str], State]  # what Ada, Bob, Cyd and the cache do; then


def store(at: State, who: int, protection: Protection) -> tuple[str, State]:
    """A reader stores and frees the lock, as far as it may."""
    value, mine = at.readers[who].value, at.holder == who
    if protection in {"Token at store", "Lease"} and not mine:
        return "is refused", at
    if mine or protection == "Lock":  # whose lock?
        at = at._replace(holder=None, left=0)
    return f"stores {VALUES[value]}", at._replace(entry=value)


def turn(at: State, who: int, model: Model) -> Iterator[tuple[str, State]]:
    """What this reader can do next, and the state after it."""

    def then(state: State, new: Reader) -> State:
        before, after = at.readers[:who], at.readers[who + 1 :]
        return state._replace(readers=(*before, new, *after))

    me, came = at.readers[who], Reader() not in at.readers[:who]
    if me.phase == "computes":
        if me.seconds >= model.work:
            text, after = store(at, who, model.protection)
            yield text, then(after, Reader("ended"))
        if model.crash and Reader("crashed") not in at.readers:
            yield "crashes", then(at, Reader("crashed"))
    elif me.phase == "waits" and at.entry:
        yield f"finds {VALUES[at.entry]}", then(at, Reader("ended"))
    elif me.phase in {"away", "waits"} and came and not at.entry:
        text, after = f"reads {VALUES[at.origin]}", at
        if model.protection != "None":
            text = f"locks, {text}"
            after = at._replace(holder=who, left=model.lock_life)
        if at.holder is None:
            yield text, then(after, Reader("computes", 0, at.origin))
        elif me.phase == "away" and model.guarantee == WAIT:
            yield "misses", then(at, Reader("waits"))


def second(me: Reader, can_act: bool, model: Model) -> str | None:
    """What a reader does for a second; None if it has to act first."""
    if me.phase == "computes" and me.seconds < model.work + model.late:
        return "computes 1 s" if me.seconds < model.work else "late 1 s"
    if me.phase == "waits" and not can_act:
        return "waits 1 s"
    return None if me.phase in {"computes", "waits"} else ""


def moves(at: State, model: Model) -> Iterator[Step]:
    """Each step that can come next: a reader's, the edit, or a second."""
    later, aged = [], []
    for who, me in enumerate(at.readers):
        steps = list(turn(at, who, model))
        for text, after in steps:
            yield [text if n == who else "" for n in range(4)], after
        later.append(second(me, bool(steps), model))
        aged.append(me._replace(seconds=me.seconds + bool(later[-1])))
    if at.origin == 1:
        edited = at._replace(origin=2, entry=0)
        if model.protection == "Lease":
            edited = edited._replace(holder=None, left=0)
        yield ["", "", "", "edit"], edited
    if None not in later:
        left = max(0, at.left - 1)
        holder = at.holder if left else None
        after = at._replace(readers=tuple(aged), holder=holder, left=left)
        ends = "lock ends" if at.left == 1 else ""
        yield [*(text or "" for text in later), ends], after


def broken(before: State, after: State, model: Model) -> str:
    """How the last step broke the guarantee, or nothing."""
    computing = [me for me in after.readers if me.phase == "computes"]
    locked = [me for me in computing if me.seconds < model.lock_life]
    waiting = [me.seconds for me in after.readers if me.phase == "waits"]
    return {
        ONE: "two compute" if len(computing) > 1 else "",
        LOCKED: "two compute" if len(locked) > 1 else "",
        BACK: "old over new" if after.entry == 1 < before.entry else "",
        FILL: "old after edit" if after.entry == 1 < after.origin else "",
        WAIT: "waited 5 s" if 5 in waiting else "",
    }[model.guarantee]


def search(model: Model) -> tuple[list[Step], str, int]:
    """The shortest way to a break, what broke, and how many states."""
    came: dict[State, list[Step]] = {State(): []}
    for at in (queue := [State()]):  # grows
        for told, after in moves(at, model):
            if after not in came:
                came[after] = [*came[at], (told, after)]
                queue.append(after)
            if what := broken(at, after, model):
                return [*came[at], (told, after)], what, len(came)
    return [], "", len(came)


def simulate(
    guarantee: Guarantee = "One locked",
    protection: Protection = "Lock",
    lock_life: Annotated[int, Interval(ge=1, le=4), Unit("s")] = 2,
    work: Annotated[int, Interval(ge=1, le=2), Unit("s")] = 1,
    late: Annotated[int, Interval(ge=0, le=2), Unit("s")] = 1,
    crash: bool = False,
) -> dict[str, list[str | None]]:
    """The shortest schedule that breaks the guarantee, or that none does."""
    model = Model(guarantee, protection, lock_life, work, late, crash)
    way, what, states = search(model)
    rows: list[list[str]] = []
    for n, (told, at) in enumerate(way, 1):
        lock = "" if at.holder is None else f", {NAMES[at.holder]} {at.left} s"
        cache = f"{told[3]}: " * bool(told[3]) + VALUES[at.entry] + lock
        rows.append([f"#{n}", *told[:3], cache])
    verdict = f"BROKEN: {what}" if way else f"kept in {states:,} states"
    rows.append(["end" if way else "none", "", "", "", verdict])
    columns = zip(*rows, strict=True)
    shown = [[cell or None for cell in column] for column in columns]
    return dict(zip(["#", *NAMES, "Cache"], shown, strict=True))


if __name__ == "__main__":
    print("Fewest steps to a break, 0 if none:", *get_args(Protection))
    for setting in [(2, 1, 1, False), (3, 1, 1, False), (3, 1, 1, True)]:
        print("lock life, work, late, crash:", *setting)
        for kept in get_args(Guarantee):
            models = [Model(kept, p, *setting) for p in get_args(Protection)]
            print(f"  {kept:12}", *(f"{len(search(m)[0]):2}" for m in models))
