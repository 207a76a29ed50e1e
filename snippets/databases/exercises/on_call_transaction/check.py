"""Every interleaving of the transactions, on a small PostgreSQL."""

import random
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

import pytest
from solution import (
    Begin,
    Commit,
    GoOff,
    SerializationError,
    Statement,
    Tell,
    leave,
)

LIMIT = 10_000  # statements of one doctor
RC, SERIALIZABLE = "read committed", "serializable"


@dataclass(eq=False)
class Open:
    """A transaction that runs, or that has committed."""

    level: str
    sees: set[str] | None = None  # a snapshot, from the first statement on
    reads: bool = False
    off: set[str] = field(default_factory=set)
    locks: set[str] = field(default_factory=set)


class Ward:
    """Read committed and repeatable read as in PostgreSQL, with SSI."""

    def __init__(self, doctors: list[str], refusals: float = 0) -> None:
        self.on_call = {*doctors}
        self.left: list[str] = []
        self.told: list[str] = []
        self.refusals = refusals
        self.begun: list[Open] = []
        self.open: dict[str, Open] = {}
        self.ended: list[Open] = []

    def execute(self, me: str, statement: Statement) -> list[str] | None:
        """The answer; None if the statement has to wait."""
        match statement:
            case Tell():
                self.told.append(me)
                return []
            case Begin(level):
                assert level in (RC, "repeatable read", SERIALIZABLE), (
                    f"There is no isolation level {level!r} here."
                )
                assert me not in self.open, (
                    "Commit before the next BEGIN: the connection has a "
                    "transaction open."
                )
                self.open[me] = Open(level)
                self.begun.append(self.open[me])
                return []
        assert me in self.open, (
            "A statement outside BEGIN and COMMIT is a transaction of its own. "
            "What you decide by it may have changed by the next."
        )
        mine = self.open[me]
        if isinstance(statement, Commit):
            return self.commit(me, mine)
        if mine.sees is None or mine.level == RC:
            mine.sees = {*self.on_call}
        if isinstance(statement, GoOff):
            if not self.lock(me, mine, {statement.name}):
                return None
            mine.off.add(statement.name)
            self.refuse_a_pivot(me, mine)
            return []
        mine.reads = True
        names = mine.sees - mine.off
        if statement.for_update and not self.lock(me, mine, names):
            return None
        return sorted(names)

    def lock(self, me: str, mine: Open, names: set[str]) -> bool:
        """Whether the rows could be locked; the first updater wins."""
        held = {
            name
            for other in self.open.values()
            if other is not mine
            for name in other.locks
        }
        if names & held:
            return False
        if mine.level != RC and names & ((mine.sees or set()) - self.on_call):
            self.refuse(me)
        mine.locks |= names
        return True

    def commit(self, me: str, mine: Open) -> list[str]:
        """Make the changes visible, unless the commit is refused."""
        self.refuse_a_pivot(me, mine)
        if self.refusals > 0:
            self.refusals -= 1
            self.refuse(me)
        del self.open[me]
        self.ended.append(mine)
        self.left += sorted(mine.off & self.on_call)
        self.on_call -= mine.off
        return []

    def refuse_a_pivot(self, me: str, mine: Open) -> None:
        """Refuse two rw edges that meet, if the second leads to a commit."""
        sees = mine.sees or set()
        out = mine.reads and sees - self.on_call
        into = any(
            other.level == SERIALIZABLE
            and other.reads
            and (other.sees or set()) & mine.off
            and (other in self.open.values() or sees & other.off)
            for other in [*self.open.values(), *self.ended]
            if other is not mine
        )
        if mine.level == SERIALIZABLE and out and into:
            self.refuse(me)

    def refuse(self, me: str) -> None:
        del self.open[me]
        raise SerializationError(f"40001 for {me}")


class Run:
    """Doctors who leave at the same time, in one order of their steps."""

    def __init__(self, doctors: list[str], refusals: float = 0) -> None:
        self.ward = Ward(doctors, refusals)
        self.clients = {me: leave(me) for me in doctors}
        self.next: dict[str, Statement] = {}
        self.waits: set[str] = set()
        self.errors: dict[str, SerializationError] = {}
        self.steps: list[str] = []
        for me in doctors:
            self.go_on(me, lambda client: next(client))

    def go_on(
        self,
        me: str,
        how: Callable[[Generator[Statement, list[str], None]], Statement],
    ) -> None:
        """Let the client run to its next statement, or to its end."""
        self.next.pop(me, None)
        try:
            self.next[me] = how(self.clients[me])
        except StopIteration:
            pass
        except SerializationError as error:
            self.errors[me] = error
        assert me in self.next or me not in self.ward.open, (
            "End the transaction on every path. This one returns without a "
            "COMMIT: its locks and its snapshot stay, and others wait. "
            f"{self}"
        )

    def runnable(self) -> list[str]:
        return [me for me in self.next if me not in self.waits]

    def step(self, me: str) -> None:
        """Take the next statement of `me`."""
        statement = self.next[me]
        self.steps.append(f"{me}: {statement}")
        assert len(self.steps) < LIMIT, (
            "Bound the retries. A transaction that is refused again and again "
            "must give up at last, and pass the error on."
        )
        try:
            answer = self.ward.execute(me, statement)
        except SerializationError as error:
            refused = error
            self.go_on(me, lambda client: client.throw(refused))
        else:
            if answer is None:
                self.waits.add(me)
                return
            rows = answer
            self.go_on(me, lambda client: client.send(rows))
        if isinstance(statement, Commit) or me not in self.ward.open:
            self.waits.clear()  # they look again

    def __str__(self) -> str:
        return "The order was:\n    " + "\n    ".join(self.steps)


def orders(doctors: list[str]) -> Iterator[Run]:
    """Every order of their steps, played to its end."""
    todo: list[list[str]] = [[]]
    while todo:
        planned = todo.pop()
        run, taken = Run(doctors), list[str]()
        while ready := run.runnable():
            if len(taken) < len(planned):
                me = planned[len(taken)]
            else:
                me, *others = ready
                todo += [[*taken, other] for other in others]
            taken.append(me)
            run.step(me)
        yield run


def drawn(doctors: list[str], number: int) -> Iterator[Run]:
    """Some orders, drawn at random."""
    rng = random.Random(number)
    for _ in range(number):
        run = Run(doctors)
        while ready := run.runnable():
            run.step(rng.choice(ready))
        yield run


def alone(me: str, doctors: list[str], refusals: float = 0) -> Run:
    """One who leaves while the others work."""
    run = Run([me], refusals)
    run.ward.on_call |= {*doctors}
    while run.runnable():
        run.step(me)
    return run


def judge(run: Run, doctors: list[str]) -> None:
    ward = run.ward
    assert ward.on_call, (
        "Nobody is on call. Each decided by a count that the other was about "
        f"to change. {run}"
    )
    assert not run.next, f"They wait for each other, for ever. {run}"
    assert not run.errors, (
        "A refused transaction is tried again, the whole of it. 40001 is no "
        f"answer for a doctor who may leave. {run}"
    )
    assert len(ward.left) == len(doctors) - 1, (
        f"Whoever may leave leaves: of all who want to, only one stays. {run}"
    )
    assert sorted(ward.told) == sorted(ward.left), (
        "The mail says what is committed. Send it once, after the commit, and "
        f"only if you have left. {run}"
    )


def test_with_a_colleague_one_leaves() -> None:
    run = alone("ada", ["bob"])
    assert run.ward.left == ["ada"], "With a colleague on call Ada may leave."


def test_the_last_one_stays() -> None:
    run = alone("ada", [])
    assert run.ward.on_call == {"ada"}, "Who is alone on call stays."
    assert not run.ward.told, "Who stays does not say that she has left."


def test_two_in_every_order() -> None:
    doctors = ["ada", "bob"]
    for run in orders(doctors):
        judge(run, doctors)


def test_three_in_many_orders() -> None:
    doctors = ["ada", "bob", "cyd"]
    for run in drawn(doctors, 150):
        judge(run, doctors)


@pytest.mark.parametrize("refusals", [1, 2])
def test_a_commit_that_is_refused(refusals: int) -> None:
    run = alone("ada", ["bob"], refusals)
    ward = run.ward
    assert ward.told == ward.left, (
        "The mail says what is committed. A commit can fail, and no rollback "
        f"takes a mail back. {run}"
    )
    if any(begun.level != RC for begun in ward.begun):
        assert ward.left == ["ada"], (
            "A refused transaction is tried again, the whole of it. "
            f"{refusals} of its commits failed. {run}"
        )


def test_retries_have_a_bound() -> None:
    run = alone("ada", ["bob"], float("inf"))
    assert run.errors, (
        "When you give up, pass the error on. To return as if all were well "
        "hides that Ada is still on call."
    )
    assert not run.ward.told, "Nothing was committed, so nothing is told."
