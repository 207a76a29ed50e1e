import asyncio
from collections import Counter

import pytest

from snippets.caching.single_flight import SingleFlight


class Origin:
    """Counts loads; each ends when `open` is set."""

    def __init__(self) -> None:
        self.loads = Counter[object]()
        self.open = asyncio.Event()

    async def load(self, key: object) -> object:
        self.loads[key] += 1
        await self.open.wait()
        if key == "broken":
            raise LookupError(key)
        return None if key == "none" else f"value {self.loads[key]}"


async def start(calls: int, key: object) -> tuple[Origin, list[object]]:
    """The origin, and what so many concurrent calls got."""
    origin = Origin()
    flights = SingleFlight(origin.load)
    tasks = [asyncio.create_task(flights.get(key)) for _ in range(calls)]
    await asyncio.sleep(0)
    origin.open.set()
    return origin, await asyncio.gather(*tasks, return_exceptions=True)


def test_calls_for_one_key_share_one_load() -> None:
    origin, values = asyncio.run(start(1_000, "home"))
    assert origin.loads == {"home": 1}
    assert values == ["value 1"] * 1_000


@pytest.mark.parametrize("key", ["none", 0, "", None])
def test_any_key_and_value_can_be_shared(key: object) -> None:
    origin, values = asyncio.run(start(3, key))
    assert origin.loads[key] == 1
    assert len(set(values)) == 1


def test_the_error_of_a_load_is_the_error_of_all_its_calls() -> None:
    origin, errors = asyncio.run(start(3, "broken"))
    assert origin.loads["broken"] == 1
    assert [type(error) for error in errors] == [LookupError] * 3


@pytest.mark.parametrize("key", ["home", "broken"])
def test_the_next_call_loads_again(key: str) -> None:
    async def twice() -> int:
        origin = Origin()
        origin.open.set()
        flights = SingleFlight(origin.load)
        for _ in range(2):
            await asyncio.gather(flights.get(key), return_exceptions=True)
        return origin.loads[key]

    assert asyncio.run(twice()) == 2


def test_different_keys_do_not_wait_for_each_other() -> None:
    async def two() -> int:
        origin = Origin()
        flights = SingleFlight(origin.load)
        tasks = [asyncio.create_task(flights.get(key)) for key in "ab"]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        started = origin.loads.total()
        origin.open.set()
        await asyncio.gather(*tasks)
        return started

    assert asyncio.run(two()) == 2


class Page:
    """A key that equals only itself, whatever it looks like."""

    def __repr__(self) -> str:
        return "page"


@pytest.mark.parametrize("keys", [(0, "0"), (Page(), Page())], ids=str)
def test_unequal_keys_share_nothing(keys: tuple[object, object]) -> None:
    async def two() -> int:
        origin = Origin()
        flights = SingleFlight(origin.load)
        origin.open.set()
        await asyncio.gather(*map(flights.get, keys))
        return origin.loads.total()

    assert asyncio.run(two()) == 2


def test_a_call_after_a_cancelled_one_joins_the_load() -> None:
    async def late() -> int:
        origin = Origin()
        flights = SingleFlight(origin.load)
        tasks = [asyncio.create_task(flights.get("home")) for _ in range(2)]
        await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.wait(tasks[:1])
        tasks.append(asyncio.create_task(flights.get("home")))
        await asyncio.sleep(0)
        origin.open.set()
        await asyncio.gather(*tasks, return_exceptions=True)
        return origin.loads["home"]

    assert asyncio.run(late()) == 1


@pytest.mark.parametrize("victim", [0, 1])
def test_a_cancelled_call_takes_nothing_from_the_others(victim: int) -> None:
    async def cancel_one() -> tuple[int, list[object]]:
        origin = Origin()
        flights = SingleFlight(origin.load)
        tasks = [asyncio.create_task(flights.get("home")) for _ in range(3)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        tasks[victim].cancel()
        await asyncio.sleep(0)
        origin.open.set()
        answers = await asyncio.gather(*tasks, return_exceptions=True)
        return origin.loads["home"], list(answers)

    loads, answers = asyncio.run(cancel_one())
    assert loads == 1
    assert isinstance(answers.pop(victim), asyncio.CancelledError)
    assert answers == ["value 1", "value 1"]
