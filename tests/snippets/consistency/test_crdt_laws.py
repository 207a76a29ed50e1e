from itertools import product
from random import Random

import pytest

from snippets.consistency.crdt_laws import TYPES, broken, counted, larger

SOUND = ["G-counter", "PN-counter", "LWW-register", "OR-set"]


@pytest.mark.parametrize("name", SOUND)
def test_the_four_types_keep_all_laws(name: str) -> None:
    assert broken(*TYPES[name]) == {}


@pytest.mark.parametrize(
    ("name", "laws"),
    [
        ("LWW, mine if equal", ["not commutative"]),
        ("mean", ["not associative"]),
        ("sum", ["not idempotent", "not monotone"]),
        ("set, union", ["not monotone"]),
        ("one total, larger", []),
    ],
)
def test_the_others_break_the_law_that_is_named(
    name: str, laws: list[str]
) -> None:
    assert list(broken(*TYPES[name])) == laws


def test_a_counterexample_is_one() -> None:
    _, merge, _ = TYPES["mean"]
    s, t, u = broken(*TYPES["mean"])["not associative"]
    assert merge(merge(s, t), u) != merge(s, merge(t, u))


def test_laws_alone_do_not_make_a_right_counter() -> None:
    _, merge, update = TYPES["one total, larger"]
    (one,), (two,) = update(0), update(0)
    assert merge(one, two) == 1


def test_a_wrong_merge_of_larger_states_is_found_by_a_seeded_search() -> None:
    """What small states may hide: many entries, large counts, many merges."""
    rng = Random(1)
    for _ in range(500):
        s, t, u = (
            tuple(rng.randrange(1_000) for _ in range(6)) for _ in range(3)
        )
        assert larger(s, t) == larger(t, s)
        assert larger(larger(s, t), u) == larger(s, larger(t, u))
        assert larger(s, s) == s


def test_replicas_that_merge_at_random_end_equal_and_right() -> None:
    rng = Random(2)
    for _ in range(200):
        states = [(0, 0, 0)] * 3
        counted = 0
        for _ in range(30):
            i, j = rng.sample(range(3), 2)
            if rng.random() < 0.4:
                state = list(states[i])
                state[i] += 1
                states[i] = (state[0], state[1], state[2])
                counted += 1
            else:
                states[i] = larger(states[i], states[j])
        for i, j in product(range(3), repeat=2):
            states[j] = larger(states[i], states[j])
        for i, j in product(range(3), repeat=2):
            states[j] = larger(states[i], states[j])
        assert len(set(states)) == 1
        assert sum(states[0]) == counted


def test_counting_adds_one_at_one_entry() -> None:
    assert counted((0, 1)) == [(1, 1), (0, 2)]


def test_a_set_without_removal_keeps_all_laws() -> None:
    states, merge, _ = TYPES["set, union"]
    assert broken(states, merge, lambda s: [(1, s[1]), (s[0], 1)]) == {}
