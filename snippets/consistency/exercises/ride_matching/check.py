"""Other servers act between any two calls, and answers are lost."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import pytest
from solution import assign, finish

DRIVERS = ["driver 1", "driver 2", "driver 3"]
CALLS = 200


class Registers:
    """The store. Before a call others may act, and answers may be lost."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[str, int]] = {}
        self.others: dict[int, Callable[[], object]] = {}  # by call
        self.lost: dict[int, str] = {}  # by write: done, late, never
        self.late: list[tuple[str, str, int]] = []
        self.calls = self.all_calls = self.writes = self.depth = 0

    def get(self, name: str) -> tuple[str, int]:
        self.before()
        return self.rows.get(name, ("", 0))

    def put_if(self, name: str, value: str, version: int) -> bool:
        assert isinstance(value, str), f"A value is a text, not {value!r}."
        self.before()
        how = "" if self.depth else self.lost.pop(self.writes, "")
        self.writes += not self.depth
        if how in ("", "done"):
            done = self.write(name, value, version)
        if how == "late":
            self.late.append((name, value, version))
        if how:
            raise TimeoutError("no answer")
        return done

    def write(self, name: str, value: str, version: int) -> bool:
        if self.rows.get(name, ("", 0))[1] != version:
            return False
        self.rows[name] = value, version + 1
        return True

    def before(self) -> None:
        self.all_calls += 1
        if self.all_calls > CALLS:
            pytest.fail(
                "An answer comes, also if all are busy. After "
                f"{CALLS} calls of the store there was none."
            )
        if self.depth:
            return
        other = self.others.pop(self.calls, None)
        self.calls += 1
        if other is not None:
            self.depth += 1
            other()
            self.depth -= 1
        if self.calls % 2:
            self.arrive()

    def arrive(self) -> None:
        """What was late is done now, if its version allows it."""
        while self.late:
            self.write(*self.late.pop(0))


class City:
    """Who was told what."""

    def __init__(self) -> None:
        self.store = Registers()
        self.told: dict[str, list[str | None]] = {}
        self.ended: set[str] = set()

    def ask(self, ride: str, drivers: list[str]) -> str | None:
        try:
            got = assign(self.store, ride, list(drivers))
        except TimeoutError:
            pytest.fail(
                "No answer of the store is no answer for the rider. Look what "
                "became of it, and go on."
            )
        self.told.setdefault(ride, []).append(got)
        return got

    def end(self, ride: str, driver: str) -> None:
        self.ended.add(ride)
        try:
            finish(self.store, ride, driver)
        except TimeoutError:
            pytest.fail(
                "A driver whose ride has ended is free. No answer of the store "
                "does not say that; look again."
            )

    def judge(self, story: str) -> None:
        self.store.arrive()
        told = {
            ride: {driver for driver in drivers if driver}
            for ride, drivers in self.told.items()
        }
        for ride, drivers in told.items():
            assert len(drivers) < 2, (
                "One ride, one driver. Who asks again, on another server, "
                f"gets the same: {ride} was told {sorted(drivers)}. {story}"
            )
        active = {
            driver: ride
            for ride, drivers in told.items()
            for driver in drivers
            if ride not in self.ended
        }
        riding = [r for r, d in told.items() if d and r not in self.ended]
        assert len(active) == len(riding), (
            "One driver, one ride. Only the answer of put_if says who was "
            f"first. Told: {told}. {story}"
        )
        for driver, ride in active.items():
            held = self.store.rows.get(driver, ("", 0))[0]
            assert held == ride, (
                "A driver's register holds the ride that was told so. "
                f"{driver} has {held!r}, {ride} was told. {story}"
            )
            assert self.store.rows.get(ride, ("", 0))[0] == driver, (
                "A ride's register holds its driver. Without that the next "
                f"server that is asked knows nothing of it. {story}"
            )
        for driver in DRIVERS:
            held = self.store.rows.get(driver, ("", 0))[0]
            assert not held or driver in active, (
                "A driver without a ride is free. Give back what you can't "
                f"use: {driver} waits for {held}. {story}"
            )


def city(busy: bool) -> City:
    """With driver 1 on another ride, or not."""
    made = City()
    if busy:
        made.ask("ride 9", DRIVERS[:1])
    made.store.calls = made.store.writes = 0
    return made


def test_the_first_free_driver() -> None:
    made = City()
    got = [made.ask(f"ride {n}", DRIVERS) for n in range(4)]
    assert got == [*DRIVERS, None], (
        "The first driver in the list who is free, or None. "
        f"Four rides and three drivers: {got}."
    )
    made.judge("Four rides, one after the other.")
    assert made.ask("ride 1", DRIVERS) == "driver 2", (
        "One ride, one driver. Who asks again, on another server, gets the "
        f"same: {made.told['ride 1']}."
    )
    made.end("ride 1", "driver 2")
    made.judge("Then one of them ended.")
    assert made.ask("ride 5", DRIVERS) == "driver 2", (
        "A driver whose ride has ended is free, and its register has had two "
        "writes by then."
    )


def test_finish_is_for_the_own_ride() -> None:
    made = City()
    made.ask("ride 1", DRIVERS)
    made.end("ride 1", "driver 1")
    made.ask("ride 2", DRIVERS)
    made.end("ride 1", "driver 1")
    made.judge("Ride 1 was told to end twice, ride 2 has its driver.")


def others(made: City) -> dict[str, Callable[[], object]]:
    def end_and_take() -> None:
        made.end("ride 9", "driver 1")
        made.ask("ride 2", DRIVERS)

    def end_and_repeat() -> None:
        made.end("ride 9", "driver 1")
        made.ask("ride 1", DRIVERS)

    return {
        "Another ride was faster.": partial(made.ask, "ride 2", DRIVERS),
        "The same ride was asked for elsewhere.": partial(
            made.ask, "ride 1", DRIVERS
        ),
        "The same ride, with other drivers near.": partial(
            made.ask, "ride 1", DRIVERS[::-1]
        ),
        "The same ride, with one driver near.": partial(
            made.ask, "ride 1", DRIVERS[2:]
        ),
        "A driver's ride ended.": partial(made.end, "ride 9", "driver 1"),
        "A ride ended, and another took its driver.": end_and_take,
        "A ride ended, and the same was asked for.": end_and_repeat,
    }


def stories() -> Iterator[tuple[City, str]]:
    """Each in a fresh city, with one or two others between the calls."""
    kinds = list(others(City()))
    for busy, first, at in product([False, True], kinds, range(9)):
        made = city(busy)
        made.store.others[at] = others(made)[first]
        yield made, f"{first} Before call {at + 1}."
        for second, later in product(kinds, range(at + 1, at + 6)):
            made = city(busy)
            made.store.others[at] = others(made)[first]
            made.store.others[later] = others(made)[second]
            yield made, f"{first} {second} Calls {at + 1} and {later + 1}."


def test_others_between_the_calls() -> None:
    for made, story in stories():
        near = DRIVERS[:2] if "one driver" in story else DRIVERS
        got = made.ask("ride 1", near)
        known = [driver for driver in made.told["ride 1"] if driver]
        assert got is not None or not known, (
            "A ride that has a driver by now gets that one, not None. "
            f"It has {known}. {story}"
        )
        assert got is not None or len(near) < len(DRIVERS), (
            "A driver whom another ride took is no reason to give up. There "
            f"are three, and at most two on other rides. {story}"
        )
        made.judge(story)


def test_an_end_between_the_calls() -> None:
    for at in range(6):
        made = city(busy=True)
        made.store.others[at] = others(made)[
            "A ride ended, and another took its driver."
        ]
        made.end("ride 9", "driver 1")
        made.judge(f"An end, and a new ride before call {at + 1}.")


@pytest.mark.parametrize("how", ["done", "late", "never"])
def test_lost_answers(how: str) -> None:
    what = {
        "done": "It had been done.",
        "late": "It was done a moment later.",
        "never": "It was never done.",
    }[how]
    for busy, write in product([False, True], range(4)):
        made = city(busy)
        made.store.lost[write] = how
        got = made.ask("ride 1", DRIVERS)
        story = f"Write {write + 1} got no answer. {what}"
        assert got == DRIVERS[busy], (
            "A lost answer is neither yes nor no. The register says which: "
            f"{got}, and not {DRIVERS[busy]}. {story}"
        )
        made.judge(story)
        made.store.lost = {made.store.writes: how}
        made.end("ride 1", DRIVERS[busy])
        made.judge(f"The end got no answer. {what}")


@pytest.mark.parametrize("how", ["done", "late", "never"])
def test_lost_answers_and_others(how: str) -> None:
    kinds = list(others(City()))
    for busy, kind, at, write in product(
        [False, True], kinds, range(9), range(3)
    ):
        made = city(busy)
        made.store.others[at] = others(made)[kind]
        made.store.lost[write] = how
        made.ask("ride 1", DRIVERS)
        made.judge(f"{kind} And a write without an answer, {how}.")
