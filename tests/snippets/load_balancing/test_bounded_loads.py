from math import ceil
from random import Random

import pytest

from snippets.load_balancing.bounded_loads import (
    IN_PROGRESS,
    RING,
    SERVERS,
    place,
    position,
    run,
)


def by_walking(key: str, load: list[int], factor: float) -> int:
    """The definition: of the servers with room, the first on the way round."""
    limit = ceil(factor * (sum(load) + 1) / len(load))
    return min(
        ((where - position(key)) % 2**64, server)
        for where, server in RING
        if load[server] < limit
    )[1]


@pytest.mark.parametrize("factor", [1.0, 1.1, 1.5, 3.0])
def test_it_finds_what_a_look_at_every_point_finds(factor: float) -> None:
    rng = Random(1)
    for number in range(60):
        load = [rng.randrange(5) for _ in range(SERVERS)]
        key = f"user:{number}"
        assert place(key, load, factor)[1] == by_walking(key, load, factor)


@pytest.mark.parametrize("factor", [1.0, 1.1, 1.25, 1.5, 2.0])
def test_nobody_has_more_than_the_limit(factor: float) -> None:
    limit = ceil(factor * IN_PROGRESS / SERVERS)
    assert run(factor)[0] * IN_PROGRESS / SERVERS <= limit


def test_there_is_always_room_even_at_factor_1() -> None:
    load = [3] * SERVERS
    assert place("hot", load, 1.0)[0] == place("hot", load, 1.0)[1]


def test_with_room_a_key_is_at_home() -> None:
    home, server = place("hot", [0] * SERVERS, 1.25)
    assert home == server


def test_without_a_limit_the_hot_server_has_its_fifth_and_its_share() -> None:
    highest, at_home, servers = run(10.0)
    assert (at_home, servers) == (1.0, 1)
    assert highest == pytest.approx(2 + 0.8, abs=0.7)


def test_a_lower_factor_costs_homes() -> None:
    homes = [run(factor)[1] for factor in [2.0, 1.5, 1.25, 1.1]]
    assert homes == sorted(homes)[::-1]


def test_a_lower_factor_brings_the_hot_key_to_more_servers() -> None:
    assert run(1.1)[2] > run(2.0)[2] > run(10.0)[2] == 1
