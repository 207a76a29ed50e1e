"""What smooth weighted turns promise, whatever the weights are."""

import tracemalloc
from collections import Counter
from itertools import islice
from random import Random

import pytest
from solution import turns


def order(weights: dict[str, int], count: int) -> str:
    """So many turns."""
    return "".join(islice(turns(weights), count))


def test_a_cycle_gives_each_server_its_weight() -> None:
    counts = Counter(order({"A": 3, "B": 2}, 5))
    assert counts == {"A": 3, "B": 2}, (
        "In a cycle of 5 turns, weights 3 and 2 are 3 and 2 turns. They were "
        f"{dict(counts)}."
    )


def test_equal_weights_alternate() -> None:
    got = order({"A": 50, "B": 50}, 6)
    assert got == "ABABAB", (
        "Equal weights alternate, however large they are. A burst of 50 makes "
        f"one server queue while the other idles: {got}."
    )


def test_turns_are_spread() -> None:
    got = order({"A": 5, "B": 1, "C": 1}, 7)
    assert got != "AAAAABC", (
        "The turns of a server are spread over the cycle, not in a row. "
        f"Weights 5, 1 and 1 gave {got}."
    )
    assert got == "AABACAA", (
        "The richest pays the sum of all weights, and keeps what is left. "
        f"For 5, 1 and 1 that is AABACAA, as in nginx; here it is {got}."
    )


def test_of_equals_the_first_is_chosen() -> None:
    got = order({"A": 1, "B": 1, "C": 1}, 6)
    assert got == "ABCABC", (
        "Of servers with equally much the first is chosen. So equal weights "
        f"are plain turns, ABCABC, and not {got}."
    )
    got = order({"C": 1, "A": 1, "B": 1}, 6)
    assert got == "CABCAB", (
        "The first is the first that was given, whatever it is called. C, A "
        f"and B take turns in this order, and not {got}."
    )


def test_the_second_cycle_is_as_the_first() -> None:
    got = order({"A": 3, "B": 2, "C": 2}, 14)
    assert got[:7] == got[7:], (
        "The next cycle is the same if what is paid is what all have gained. "
        f"Here it is {got[:7]}, then {got[7:]}."
    )


def test_one_server_has_every_turn() -> None:
    got = order({"A": 7}, 3)
    assert got == "AAA", f"One server has every turn: {got}."


def test_weights_with_a_common_factor_are_the_same() -> None:
    got = order({"A": 300, "B": 200}, 5)
    assert got == "ABABA", (
        "Weights are proportions: 300 and 200 are the turns of 3 and 2, "
        f"ABABA. They gave {got}."
    )


def test_large_weights_need_no_more_memory() -> None:
    weights = {"A": 100_000, "B": 100_001}
    tracemalloc.start()
    got = order(weights, 4)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000, (
        "Memory must not grow with the weights. Do not write out the cycle. "
        f"For weights of 100,000 it took {peak / 1e6:.1f} MB."
    )
    assert got == "BABA", (
        "All gain before the richest is chosen, not after. "
        f"With weights 100,000 and 100,001 B has the first turn: {got}."
    )


def test_turns_go_on_and_need_no_more_memory() -> None:
    count = 6_000
    some = turns({"A": 2, "B": 1})
    first = "".join(islice(some, 3))
    tracemalloc.start()
    length = sum(1 for _ in islice(some, count - 3)) + 3
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length == count, f"Turns are for ever. After {length} they ended."
    assert peak < 20_000, (
        "Memory must not grow with the turns. Keep what each has, and not "
        f"who was chosen: {count} turns took {peak / 1e3:.0f} kB."
    )
    then = "".join(islice(some, 3))
    assert first == then == "ABA", (
        f"Each cycle is ABA. The first was {first}, one much later {then}."
    )


@pytest.mark.parametrize("weights", [{}, {"A": 0}, {"A": 2, "B": -1}], ids=repr)
def test_what_can_not_take_turns_is_refused(weights: dict[str, int]) -> None:
    refused = False
    try:
        turns(weights)
    except Exception as error:
        refused = isinstance(error, ValueError)
    assert refused, (
        "A pool without servers, or a weight below 1, is refused by "
        "ValueError when `turns` is called. In a function with `yield` the "
        f"first line runs at the first turn: check before. {weights} passed."
    )


def test_two_pools_take_turns_of_their_own() -> None:
    one, other = turns({"A": 2, "B": 1}), turns({"A": 2, "B": 1})
    mixed = [next(one) + next(other) for _ in range(3)]
    assert mixed == ["AA", "BB", "AA"], (
        "Each call takes turns of its own. Two that run side by side gave "
        f"{mixed} instead of AA, BB, AA."
    )


def test_the_weights_are_left_as_they_are() -> None:
    weights = {"A": 2, "B": 1}
    some = turns(weights)
    for count in range(1, 7):
        next(some)
        assert weights == {"A": 2, "B": 1}, (
            "The weights that were given are left as they are. "
            f"After {count} turns they are {weights}."
        )


@pytest.mark.parametrize("before", [0, 1])
def test_a_later_change_is_none_of_these_turns(before: int) -> None:
    weights = {"A": 1, "B": 1}
    some = turns(weights)
    got = "".join(islice(some, before))
    weights["A"], weights["C"] = 9, 9
    try:
        got += "".join(islice(some, 4 - before))
    except Exception as error:
        pytest.fail(f"The weights are those at the call. {error!r}")
    assert got == "ABAB", (
        "The weights are those at the call. What the caller changes in them "
        f"later is for other turns: after {before} it went on as {got}."
    )


def test_turns_are_no_gamble() -> None:
    one, other = (order({"A": 3, "B": 2, "C": 1}, 60) for _ in range(2))
    assert one == other, (
        "The same weights always give the same order. Chance hits them only "
        f"on average: {one[:12]}…, then {other[:12]}…"
    )


def definition(weights: dict[str, int], count: int) -> str:
    """Who has gained most, less what it has paid, in exact numbers."""
    chosen = ""
    total = sum(weights.values())
    for turn in range(1, count + 1):
        chosen += max(
            weights,
            key=lambda name: turn * weights[name] - total * chosen.count(name),
        )
    return chosen


def test_it_does_what_the_definition_says() -> None:
    rng = Random(7)
    for _ in range(60):
        weights = {name: rng.randint(1, 9) for name in "ABCD"}
        count = 2 * sum(weights.values())
        got, should = order(weights, count), definition(weights, count)
        assert got == should, (
            f"Weights {weights} give {should}, not {got}. All gain, the "
            "richest pays the sum."
        )
