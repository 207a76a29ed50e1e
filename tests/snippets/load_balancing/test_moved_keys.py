from operator import ne
from statistics import fmean

import pytest

from snippets.load_balancing.moved_keys import (
    POINTS,
    Change,
    Scheme,
    busiest,
    jump,
    maglev,
    rendezvous,
    ring,
    simulate,
)

TEN = list(range(10))
KEYS = [(number + 0.5) / 20_000 for number in range(20_000)]


@pytest.mark.parametrize("block", range(3))
@pytest.mark.parametrize("points", [1, 10, 100])
def test_the_busiest_on_a_ring_is_within_5_percent_of_theory(
    points: int, block: int
) -> None:
    seeds = range(100 * block, 100 * block + 100)
    if points == 1:
        seeds = range(400 * block, 400 * block + 400)
    most = fmean(
        max(homes.count(name) for name in TEN) / 20
        for homes in (ring(KEYS, TEN, points, seed) for seed in seeds)
    )
    assert most == pytest.approx(busiest(10, points), rel=0.05)


def test_with_one_point_each_theory_is_the_harmonic_number() -> None:
    harmonic = sum(1 / number for number in range(1, 11))
    assert busiest(10, 1) == pytest.approx(100 * harmonic, rel=0.001)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("servers", [3, 10, 20])
@pytest.mark.parametrize("change", ["One joins", "The last leaves"])
def test_modulo_moves_what_theory_says(
    change: Change, servers: int, seed: int
) -> None:
    table = simulate("Moved keys", "Modulo", change, servers, 10_000, seed)
    theory = table["Modulo (theory)"]
    assert table["Modulo"] == pytest.approx(theory, rel=0.05)


@pytest.mark.parametrize("block", range(3))
@pytest.mark.parametrize("scheme", ["Rendezvous", "Jump"])
def test_the_others_move_the_least_on_average(
    scheme: Scheme, block: int
) -> None:
    tables = [
        simulate(compared_with=scheme, seed=seed)
        for seed in range(20 * block, 20 * block + 20)
    ]
    for name in (scheme, "Ring"):
        moved = fmean(table[name][-1] for table in tables)
        assert moved == pytest.approx(tables[0]["Least (theory)"][0], rel=0.05)


@pytest.mark.parametrize("block", range(3))
@pytest.mark.parametrize("points", [1, 10])
def test_a_ring_moves_the_least_on_average_with_any_number_of_points(
    points: int, block: int
) -> None:
    keys, seeds = KEYS[::40], 2_000 // points
    grown = [*TEN, 10]
    moved = fmean(
        sum(map(ne, ring(keys, TEN, points, n), ring(keys, grown, points, n)))
        for n in range(seeds * block, seeds * block + seeds)
    )
    assert moved == pytest.approx(500 / 11, rel=0.05)


@pytest.mark.parametrize("seed", range(3))
def test_jump_moves_half_if_the_middle_of_ten_leaves(seed: int) -> None:
    # A key stays in a bucket before the gap. Of the last bucket's keys a ninth
    # falls back to the one before, which now has the last server.
    table = simulate(
        compared_with="Jump",
        change="The middle leaves",
        keys=10_000,
        seed=seed,
    )
    assert table["Jump"][0] == pytest.approx(100 * (0.5 - 1 / 90), rel=0.05)


@pytest.mark.parametrize("seed", range(3))
def test_a_key_after_the_last_point_belongs_to_the_first(seed: int) -> None:
    homes = ring([0.0, *KEYS[1:-1], 1.0], TEN, 3, seed)
    assert homes[-1] == homes[0]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("scheme", ["Rendezvous", "Jump", "Modulo"])
def test_without_points_only_chance_makes_a_server_busier(
    scheme: Scheme, seed: int
) -> None:
    table = simulate("Busiest server", scheme, keys=10_000, seed=seed)
    assert 100 < table[scheme][0] < 110
    assert table["Ring"][0] > 1.3 * table["Ring"][-1] > 1.3 * 100


def test_a_newcomer_takes_keys_and_no_key_moves_between_the_others() -> None:
    for before, after in [
        (ring(KEYS, TEN, 10, 1), ring(KEYS, [*TEN, 10], 10, 1)),
        (jump(KEYS, TEN, 1), jump(KEYS, [*TEN, 10], 1)),
    ]:
        pairs = zip(before, after, strict=True)
        assert {new for old, new in pairs if old != new} == {10}


def test_maglev_fills_its_table_evenly() -> None:
    places = [(place + 0.5) / 1_009 for place in range(1_009)]
    homes = maglev(places, TEN, 1_009, 1)
    assert sorted(map(homes.count, TEN)) == [100, *[101] * 9]


def test_a_larger_table_of_maglev_moves_less() -> None:
    tables = [simulate(seed=seed) for seed in range(10)]
    means = [fmean(table["Maglev"][row] for table in tables) for row in (1, 4)]
    assert means[0] > 1.3 * means[1]
    assert means[1] > tables[0]["Least (theory)"][0]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("change", ["The last leaves", "The middle leaves"])
def test_rendezvous_moves_the_keys_of_who_leaves_and_no_other(
    change: Change, seed: int
) -> None:
    gone = 9 if change == "The last leaves" else 5
    left = [name for name in TEN if name != gone]
    pairs = zip(
        rendezvous(KEYS, TEN, seed), rendezvous(KEYS, left, seed), strict=True
    )
    assert {old for old, new in pairs if old != new} == {gone}
    table = simulate("Moved keys", "Rendezvous", change, seed=seed)
    assert table["Rendezvous"][0] == pytest.approx(10, rel=0.15)


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
    assert len(simulate()["Ring"]) == len(POINTS)
