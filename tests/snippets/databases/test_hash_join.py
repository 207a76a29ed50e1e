from random import Random

import pytest

from snippets.databases.hash_join import Row, hash_join


def rows(rng: Random, count: int) -> list[Row]:
    keys = [rng.choice([None, 0, 1, 2, 3, 17]) for _ in range(count)]
    return [(key, f"row {n}") for n, key in enumerate(keys)]


def nested_loop(build: list[Row], probe: list[Row]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for key, a in build
        for other, b in probe
        if key is not None and key == other
    ]


@pytest.mark.parametrize("room", [1, 2, 5, 100])
def test_it_finds_what_a_nested_loop_finds_however_little_room(
    room: int,
) -> None:
    rng = Random(room)
    for _ in range(50):
        build, probe = rows(rng, rng.randrange(12)), rows(rng, 8)
        found, _ = hash_join(build, probe, room)
        assert sorted(found) == sorted(nested_loop(build, probe))


def test_what_fits_is_not_written() -> None:
    build: list[Row] = [(n, "") for n in range(8)]
    _, work = hash_join(build, build, room=8)
    assert work == (1, 8, 0)


def test_one_row_too_many_needs_a_second_batch() -> None:
    build: list[Row] = [(n, "") for n in range(8)]
    _, work = hash_join(build, build, room=7)
    assert work == (2, 4, 8)


def test_the_room_is_for_the_side_that_is_built() -> None:
    small: list[Row] = [(n, "") for n in range(10)]
    large: list[Row] = [(n % 10, "") for n in range(100)]
    assert hash_join(small, large, room=10)[1].written == 0
    assert hash_join(large, small, room=10)[1].written > 0


def test_rows_of_one_key_are_not_split() -> None:
    build: list[Row] = [(7, "") for _ in range(64)]
    _, work = hash_join(build, [(7, "")], room=8)
    assert work.batches == 8
    assert work.in_memory == 64


def test_null_has_no_partner() -> None:
    assert hash_join([(None, "a")], [(None, "b")], room=1)[0] == []
    assert hash_join([(0, "a")], [(0, "b")], room=1)[0] == [("a", "b")]
