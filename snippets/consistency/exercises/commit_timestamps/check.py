"""What a leader's timestamps promise."""

from collections.abc import Callable
from random import Random

from solution import Leader


class World:
    """The true time, which only passes when somebody waits."""

    def __init__(self) -> None:
        self.true, self.asked = 1_000_000, 0
        self.meanwhile: list[Callable[[], None]] = []

    def wait(self, microseconds: int) -> None:
        assert microseconds > 0, (
            f"Waiting for {microseconds} microseconds lets no time pass."
        )
        while self.meanwhile:
            self.meanwhile.pop()()
        self.true += microseconds
        self.asked = 0

    def leader(
        self, ahead: int = 0, bound: int = 4_000, drift: float = 0.0
    ) -> Leader:
        """One whose clock is ahead, within a bound that grows with time."""
        began = self.true

        def now() -> tuple[int, int]:
            self.asked += 1
            assert self.asked < 1_000, (
                "Asking the clock again and again lets no time pass: wait."
            )
            wide = bound + int(drift * (self.true - began))
            shown = self.true + ahead
            return shown - wide, shown + wide

        return Leader(now, self.wait)


def test_two_leaders_share_nothing() -> None:
    def frozen() -> tuple[int, int]:
        return 100, 200

    def never(_: int) -> None:
        raise AssertionError("A prepare answers nobody: it need not wait.")

    make: Callable[[], Leader] = lambda: Leader(frozen, never)  # noqa: E731
    got = [make().prepare(), make().prepare()]
    assert got[0] == got[1], (
        "What a leader has given out is its own: another one starts from its "
        f"clock. Both clocks say 100 to 200; got {got}."
    )


def test_a_timestamp_is_not_in_the_past() -> None:
    world = World()
    leader = world.leader(ahead=-4_000)
    world.true += 20_000
    began = world.true
    got = leader.commit([])
    assert got >= began, (
        "A timestamp must not lie before the commit began, on any clock. "
        f"It began at {began}, and got {got}."
    )


def test_a_timestamp_is_no_higher_than_it_has_to_be() -> None:
    world = World()
    began = world.true
    got = world.leader().commit([])
    assert got <= began + 4_000, (
        "The latest time that it can be is high enough, when the commit "
        f"begins. That was {began + 4_000}; got {got}."
    )


def test_the_answer_comes_after_the_timestamp() -> None:
    for ahead in (-4_000, 0, 4_000):
        world = World()
        got = world.leader(ahead=ahead).commit([])
        assert world.true > got, (
            "The client is answered only when the timestamp has passed "
            f"on every clock. It is {got}, and the answer came at "
            f"{world.true}."
        )


def test_the_order_holds_for_the_worst_two_clocks() -> None:
    world = World()
    ahead, behind = world.leader(ahead=4_000), world.leader(ahead=-4_000)
    first = ahead.commit([])
    second = behind.commit([])
    assert first < second, (
        "Who begins after an answer must get a later timestamp. "
        f"The first got {first}, the second {second}."
    )


def test_the_wait_is_no_longer_than_needed() -> None:
    for bound in (500, 4_000):
        world = World()
        began = world.true
        world.leader(bound=bound).commit([])
        waited = world.true - began
        assert waited <= 2 * bound + 1, (
            "The wait must be no longer than the uncertainty asks for. "
            f"Clocks are within {bound}, and it took {waited}."
        )


def test_an_uncertainty_that_grows_is_noticed() -> None:
    world = World()
    leader = world.leader(ahead=-4_000, drift=0.2)
    got = leader.commit([])
    shown = world.true - 4_000 - 4_000 - int(0.2 * (world.true - 1_000_000))
    assert shown > got, (
        "The uncertainty may grow while you wait: ask the clock again. "
        f"The timestamp is {got}, and the earliest time {shown}."
    )


def test_a_prepare_is_not_in_the_past() -> None:
    world = World()
    leader = world.leader(ahead=-4_000)
    world.true += 20_000
    got = leader.prepare()
    assert got >= world.true, (
        "A prepare must not promise a time that may be past. "
        f"It is {world.true}, and got {got}."
    )


def test_a_prepare_does_not_wait() -> None:
    world = World()
    began = world.true
    world.leader().prepare()
    assert world.true == began, (
        "A prepare answers no client, so it need not wait. "
        f"It took {world.true - began}."
    )


def test_prepares_at_one_moment_differ() -> None:
    world = World()
    leader = world.leader()
    got = [leader.prepare() for _ in range(3)]
    assert got == sorted(set(got)), (
        "Each prepare must be above all that the leader has given out. "
        f"Got {got}."
    )


def test_a_commit_is_above_the_prepares() -> None:
    world = World()
    leader = world.leader()
    prepared = [leader.prepare() for _ in range(3)]
    got = leader.commit([])
    assert got > prepared[-1], (
        "A commit must be above all that the leader has given out. "
        f"It has prepared {prepared}, and committed at {got}."
    )


def test_others_are_prepared_while_a_commit_waits() -> None:
    world, prepared = World(), list[int]()
    leader = world.leader()
    world.meanwhile.append(lambda: prepared.append(leader.prepare()))
    committed = leader.commit([])
    assert committed <= 1_004_000, (
        "What is prepared while a commit waits must not change its timestamp. "
        f"It began when it was at most 1004000; got {committed}."
    )
    assert prepared, "A commit must wait by `wait`."
    assert prepared[0] > committed, (
        "A prepare must be above the commits that wait, too. "
        f"One waits at {committed}, and the prepare is {prepared[0]}."
    )


def test_a_commit_waits_for_the_promises_of_others() -> None:
    world = World()
    low, high = world.true - 50, world.true + 9_000
    got = world.leader().commit([low, high, low])
    assert got >= high, (
        "A commit must be no lower than any prepare of the others. "
        f"They prepared {low}, {high}, {low}; got {got}."
    )
    assert got == high, (
        f"The highest prepare is high enough: {high}; got {got}."
    )
    assert world.true > got, (
        "A high prepare has to pass as well before the answer. "
        f"The timestamp is {got}, and the answer came at {world.true}."
    )


def test_others_are_prepared_while_a_high_prepare_passes() -> None:
    world, prepared = World(), list[int]()
    leader = world.leader()
    world.meanwhile.append(lambda: prepared.append(leader.prepare()))
    committed = leader.commit([world.true + 9_000])
    assert prepared, "A commit must wait by `wait`."
    assert prepared[0] > committed, (
        "A commit as high as a prepare of others is given out, too. "
        f"One waits at {committed}, and the prepare is {prepared[0]}."
    )


def test_a_low_prepare_does_not_lower_the_commit() -> None:
    world = World()
    began = world.true
    got = world.leader().commit([began - 7_000])
    assert got >= began, (
        "A low prepare must not lower the timestamp. "
        f"The commit began at {began}; got {got}."
    )


def test_the_list_of_prepares_stays_as_it_was() -> None:
    world = World()
    prepared = [world.true + 3, world.true + 1]
    world.leader().commit(prepared)
    assert prepared == [1_000_003, 1_000_001], (
        f"The list is the caller's: leave it as it was. Got {prepared}."
    )


def test_real_time_over_a_long_day() -> None:
    rng = Random(5)
    world = World()
    leaders = [world.leader(rng.randint(-400, 400), 400) for _ in range(5)]
    last = 0
    for _ in range(400):
        some = rng.choices(leaders, k=rng.randrange(3))
        others = [leader.prepare() for leader in some]
        got = rng.choice(leaders).commit(others)
        assert got > last, (
            "Commits one after the other must have rising timestamps. "
            f"{got} came after {last}."
        )
        last = got
        if rng.random() < 0.5:
            world.true += rng.randrange(1, 300)
