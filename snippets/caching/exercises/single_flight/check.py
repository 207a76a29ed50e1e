"""What single-flight promises, one promise per test."""

import asyncio
from collections.abc import Hashable
from gc import collect
from weakref import ref

import pytest
from solution import SingleFlight


class Origin:
    """Counts its loads; they end when `answer` is called."""

    def __init__(self) -> None:
        self.loads: list[object] = []
        self.open = asyncio.Event()

    async def load(self, key: Hashable) -> object:
        self.loads.append(key)
        await self.open.wait()
        if key == "broken":
            raise LookupError("no such page")
        if key == "cancelled":
            raise asyncio.CancelledError
        return None if key == "nothing" else f"page {len(self.loads)}"


class Page:
    """A key that equals only itself, whatever it looks like."""

    def __repr__(self) -> str:
        return "page"


async def turns(number: int = 20) -> None:
    """Let every task go as far as it gets without the origin's answer."""
    for _ in range(number):
        await asyncio.sleep(0)


Outcome = tuple[list[object], list[object]]


async def calls(keys: list[Hashable], cancel: int | None) -> Outcome:
    """Loads before the first answer, and what each call ended with."""
    origin = Origin()
    flights: SingleFlight[Hashable, object] = SingleFlight(origin.load)
    tasks = [asyncio.create_task(flights.get(key)) for key in keys]
    await turns()
    if cancel is not None:
        tasks[cancel].cancel()
        await turns()
    loads = list(origin.loads)
    origin.open.set()
    await turns()
    ends: list[object] = []
    for task in tasks:
        if not task.done():
            ends.append("waits for ever")
            task.cancel()
        elif task.cancelled():
            ends.append("cancelled")
        else:
            ends.append(task.exception() or task.result())
    return loads, ends


def outcome(*keys: Hashable, cancel: int | None = None) -> Outcome:
    """The same, from outside the event loop."""
    return asyncio.run(calls(list(keys), cancel))


def test_a_call_gets_the_value() -> None:
    assert outcome("home") == (["home"], ["page 1"]), (
        "A call on its own loads once and gets the value."
    )


def test_calls_for_one_key_share_one_load() -> None:
    loads, ends = outcome(*["home"] * 100)
    assert len(loads) == 1, (
        "Calls for one key that overlap share one load. Remember it before "
        f"the first `await`: 100 calls made {len(loads)} loads."
    )
    assert ends == ["page 1"] * 100, "Each call gets the value of that load."


def test_different_keys_load_side_by_side() -> None:
    loads, _ = outcome("home", "about")
    assert loads == ["home", "about"], (
        "Different keys must not wait for each other. Else one slow page "
        "stops all others."
    )


def test_several_loads_are_remembered_at_once() -> None:
    loads, _ = outcome("home", "about", "home", "about")
    assert loads == ["home", "about"], (
        "Remember each load in flight, not only the latest. Calls for two "
        f"keys in turn made the loads {loads}."
    )


def test_equal_keys_are_one() -> None:
    keys = [("page", number) for number in (7, 7)]  # built twice
    loads, _ = outcome(*keys)
    assert len(loads) == 1, (
        "Equal keys are one key, even if they are two objects: compare them "
        "by ==, as a dict does."
    )


@pytest.mark.parametrize("key", [0, "", None, "nothing"], ids=repr)
def test_any_key_and_value_is_shared(key: Hashable) -> None:
    loads, _ = outcome(key, key)
    assert len(loads) == 1, (
        "Keys such as 0, and the value None, are shared like any other."
    )


@pytest.mark.parametrize(
    "keys", [(0, "0"), (Page(), Page()), (-1, -2)], ids=str
)
def test_unequal_keys_share_nothing(keys: tuple[Hashable, Hashable]) -> None:
    loads, _ = outcome(*keys)
    assert len(loads) == 2, (
        "Only equal keys share a load. Two that look alike when printed, as "
        "0 and '0', are two, and so are -1 and -2, which have one hash: use "
        "the key itself."
    )


def test_every_call_gets_the_error() -> None:
    loads, ends = outcome("broken", "broken", "broken")
    assert len(loads) == 1, "A load that will fail is shared as well."
    assert [repr(e) for e in ends] == ["LookupError('no such page')"] * 3, (
        "When the load fails, each call that shares it gets the error. "
        f"Not only the first: they got {ends}."
    )


async def loads_of_a_failure() -> int:
    origin = Origin()
    flights: SingleFlight[Hashable, object] = SingleFlight(origin.load)
    calls = [asyncio.create_task(flights.get("broken")) for _ in range(100)]
    await turns()
    origin.open.set()
    await asyncio.wait(calls)
    for call in calls:
        call.exception()
    return len(origin.loads)


def test_nobody_tries_again_after_a_shared_failure() -> None:
    loads = asyncio.run(loads_of_a_failure())
    assert loads == 1, (
        "Whoever shares a load shares its failure. If each caller tries again "
        f"instead, an origin in trouble gets a query from each: {loads} for "
        "100 calls."
    )


async def loads_one_after_another(key: str) -> int:
    origin = Origin()
    origin.open.set()
    flights: SingleFlight[Hashable, object] = SingleFlight(origin.load)
    for _ in range(2):
        task = asyncio.create_task(flights.get(key))
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()
        await turns()
    return len(origin.loads)


def test_single_flight_is_no_cache() -> None:
    assert asyncio.run(loads_one_after_another("home")) == 2, (
        "Single-flight remembers no value. A call after the end of a load "
        "starts a new one: what to keep, and for how long, is the cache's "
        "decision."
    )


def test_a_failure_is_not_remembered() -> None:
    assert asyncio.run(loads_one_after_another("broken")) == 2, (
        "A load that failed must make room for the next. Else one error "
        "lasts for ever."
    )
    assert asyncio.run(loads_one_after_another("cancelled")) == 2, (
        "A load that was cancelled must make room as well. CancelledError is "
        "no Exception: clean up in `finally`, or when the task is done."
    )


async def loads_of_two() -> int:
    first, second = Origin(), Origin()
    flights = [SingleFlight(origin.load) for origin in (first, second)]
    tasks = [asyncio.create_task(flight.get("home")) for flight in flights]
    await turns()
    loads = len(first.loads) + len(second.loads)
    first.open.set()
    second.open.set()
    await asyncio.gather(*tasks)
    return loads


def test_two_objects_share_nothing() -> None:
    assert asyncio.run(loads_of_two()) == 2, (
        "Two objects share nothing. Each has a load of its own, of another "
        "service perhaps: keep the loads in flight in the object."
    )


async def kept() -> tuple[object, object]:
    """A key and its value that nobody needs, unless something holds them."""
    flights: SingleFlight[Hashable, Page] = SingleFlight(load_page)
    key = Page()
    watched, value = ref(key), ref(await flights.get(key))
    del key
    await turns()
    collect()
    return watched(), value()


async def load_page(_: Hashable) -> Page:
    return Page()


def test_no_value_is_kept_after_its_load() -> None:
    key, value = asyncio.run(kept())
    assert value is None, (
        "No value is kept after its load. Its callers have got it: whatever "
        "holds it longer is a cache without a limit."
    )
    assert key is None, (
        "No key is kept after its load. One that stays, be it with None, is "
        "a leak: space is for loads in flight only."
    )


@pytest.mark.parametrize("cancel", [0, 1])
def test_a_cancelled_caller_does_not_cancel_the_others(cancel: int) -> None:
    loads, ends = outcome("home", "home", "home", cancel=cancel)
    others = [end for number, end in enumerate(ends) if number != cancel]
    assert others == ["page 1", "page 1"], (
        "A caller that is cancelled must leave the load to the others. Its "
        f"user has gone, theirs have not: they got {others}."
    )
    assert ends[cancel] == "cancelled", "Whoever is cancelled stops waiting."
    assert len(loads) == 1, "The load goes on; nobody has to start another."


async def loads_after_a_cancel() -> list[object]:
    origin = Origin()
    flights: SingleFlight[Hashable, object] = SingleFlight(origin.load)
    gone, waits = [asyncio.create_task(flights.get("home")) for _ in range(2)]
    await turns()
    gone.cancel()
    await turns()
    late = asyncio.create_task(flights.get("home"))
    await turns()
    loads = list(origin.loads)
    origin.open.set()
    await asyncio.gather(waits, late, return_exceptions=True)
    return loads


def test_a_call_after_a_cancelled_one_joins_the_load() -> None:
    assert asyncio.run(loads_after_a_cancel()) == ["home"], (
        "A load leaves its place when it ends, not when a caller does. One "
        "call was cancelled, another still waits, and a third started a "
        "second load: let the task itself call back when it is done."
    )
