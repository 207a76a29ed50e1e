from random import Random

import pytest

from snippets.load_balancing import hash_ring
from snippets.load_balancing.hash_ring import HashRing, moves, position

KEYS = [f"user:{number}" for number in range(2_000)]


def by_looking_at_all(weights: dict[str, int], key: str) -> str:
    """The definition: the point that is reached first going up, and round."""
    return min(
        (
            ((position(f"{server}#{number}") - position(key)) % 2**64, server)
            for server, weight in weights.items()
            for number in range(hash_ring.POINTS * weight)
        ),
    )[1]


def test_it_finds_what_a_look_at_every_point_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hash_ring, "POINTS", 3)
    rng = Random(1)
    for _ in range(50):
        weights = {
            f"s{rng.randrange(1_000)}": rng.randrange(1, 4)
            for _ in range(rng.randrange(1, 6))
        }
        ring = HashRing(weights)
        for key in rng.sample(KEYS, 20):
            assert ring.server_of(key) == by_looking_at_all(weights, key)


@pytest.mark.parametrize("count", [1, 2, 5, 10])
def test_who_joins_takes_keys_and_nobody_else_does(count: int) -> None:
    before = HashRing({f"s{n}": 1 for n in range(count)})
    after = HashRing({f"s{n}": 1 for n in range(count + 1)})
    moved = moves(before, after)
    assert {new for _, new in moved} == {f"s{count}"}
    assert moved.total() / 20_000 == pytest.approx(1 / (count + 1), rel=0.35)


@pytest.mark.parametrize("gone", ["a", "b", "c", "d"])
def test_who_leaves_gives_its_keys_and_nobody_else_does(gone: str) -> None:
    weights = dict.fromkeys("abcd", 1)
    before = HashRing(weights)
    del weights[gone]
    moved = moves(before, HashRing(weights))
    assert {old for old, _ in moved} == {gone}
    assert {new for _, new in moved} == set(weights)


def test_the_order_of_the_servers_does_not_matter() -> None:
    one, other = HashRing({"a": 1, "b": 2}), HashRing({"b": 2, "a": 1})
    assert not moves(one, other)


def test_a_server_that_comes_back_finds_its_keys() -> None:
    before = HashRing({"a": 1, "b": 1, "c": 1})
    assert moves(before, HashRing({"c": 1, "b": 1, "a": 1})).total() == 0


def test_weight_2_has_about_twice_the_keys() -> None:
    ring = HashRing({"a": 1, "b": 1, "c": 2})
    count = sum(ring.server_of(key) == "c" for key in KEYS)
    assert count / len(KEYS) == pytest.approx(1 / 2, rel=0.2)


def test_more_weight_takes_and_never_gives() -> None:
    before = HashRing({"a": 1, "b": 1})
    moved = moves(before, HashRing({"a": 1, "b": 2}))
    assert set(moved) == {("a", "b")}


def test_a_key_behind_the_last_point_belongs_to_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = {"a#0": 10, "b#0": 20, "early": 5, "at": 20, "late": 21}
    monkeypatch.setattr(hash_ring, "POINTS", 1)
    monkeypatch.setattr(hash_ring, "position", places.__getitem__)
    ring = HashRing({"a": 1, "b": 1})
    found = [ring.server_of(key) for key in ["early", "at", "late"]]
    assert found == ["a", "b", "a"]


def test_an_empty_ring_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one server"):
        HashRing({})
