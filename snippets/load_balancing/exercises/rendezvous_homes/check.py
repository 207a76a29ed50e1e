"""What rendezvous hashing promises, for one home and for several."""

from collections import Counter
from itertools import permutations
from math import sqrt

import pytest
import solution
from solution import homes

KEYS = [f"user:{number}" for number in range(2_000)]


def even(names: str = "abcd") -> dict[str, float]:
    """Servers of weight 1."""
    return dict.fromkeys(names, 1.0)


def first_homes(weights: dict[str, float]) -> dict[str, str]:
    """The best server of each key."""
    return {key: "".join(homes(key, weights, 1)) for key in KEYS}


def is_about(count: int, expected: float) -> bool:
    """Whether a count of independent events is as expected, by chance."""
    return abs(count - expected) < 5 * sqrt(expected)


def test_a_key_has_as_many_homes_as_asked_for() -> None:
    found = homes("user:17", even(), 3)
    assert len(found) == 3, f"Three homes were asked for, got {found}."
    assert set(found) < set("abcd"), f"Homes are servers, got {found}."


def test_the_homes_are_different_servers() -> None:
    for key in KEYS[:200]:
        found = homes(key, {"a": 5.0, "b": 1.0, "c": 1.0}, 2)
        assert len(set(found)) == 2, (
            "The homes of a key are different servers. Two copies on one "
            f"server die together: {found}."
        )


def test_fewer_servers_than_homes_are_all_of_them() -> None:
    try:
        found = homes("user:17", {"a": 1.0, "b": 1.0}, 3)
    except (IndexError, ValueError) as error:
        pytest.fail(
            "With two servers a key that wants three homes has two. That is "
            f"better than none: {error!r}."
        )
    assert sorted(found) == ["a", "b"], f"Both are homes, got {found}."


def test_no_server_is_no_home() -> None:
    assert homes("user:17", {}, 2) == [], "Without servers there is no home."


def test_each_server_has_its_share() -> None:
    counts = Counter(first_homes(even()).values())
    assert all(is_about(counts[name], 500) for name in "abcd"), (
        "A bid depends on the key and on the server. Of four servers of equal "
        f"weight each is the best for about a quarter of the keys: {counts}."
    )


def test_more_weight_means_more_keys() -> None:
    counts = Counter(first_homes({"a": 1.0, "b": 5.0}).values())
    assert counts["b"] > 2 * counts["a"], (
        "More weight means more keys. With weights 1 and 5 the counts are "
        f"{counts['a']} and {counts['b']}."
    )


def share_is_right(**weights: float) -> bool:
    """Whether each server is the best for its share of 2,000 keys."""
    counts, total = (
        Counter(first_homes(weights).values()),
        sum(weights.values()),
    )
    return all(
        is_about(counts[name], 2_000 * weight / total)
        for name, weight in weights.items()
    )


def test_a_share_is_in_proportion_to_the_weight() -> None:
    assert share_is_right(a=1, b=2, c=5), (
        "A server wins in proportion to its weight. The bid weight * u does "
        "not do that, weight / -log(u) does."
    )


def test_weights_need_not_be_whole() -> None:
    assert share_is_right(a=0.5, b=1.5), (
        "Weights need not be whole numbers. 0.5 and 1.5 are a quarter and "
        "three quarters of the keys."
    )


def test_tiny_weights_are_weights() -> None:
    counts = Counter(first_homes(dict.fromkeys("abcd", 0.0001)).values())
    assert all(is_about(counts[name], 500) for name in "abcd"), (
        "Only the ratio of weights matters. u ** (1 / weight) is right on "
        "paper, but for small weights it is rounded to 0 for most servers, "
        f"and 0 ties with 0: {dict(counts)}."
    )


def test_weight_0_keeps_nothing() -> None:
    found = {tuple(homes(key, even() | {"a": 0.0}, 4)) for key in KEYS[:200]}
    assert all("a" not in names for names in found), (
        "A server of weight 0 is being drained. It keeps nothing, also if "
        "fewer homes are left than were asked for."
    )


@pytest.mark.parametrize("gone", "abcd")
def test_who_leaves_takes_only_its_own_place(gone: str) -> None:
    rest = even("abcd".replace(gone, ""))
    for key in KEYS[:300]:
        before = [name for name in homes(key, even(), 4) if name != gone]
        after = homes(key, rest, 3)
        assert before == after, (
            "Who leaves takes only its own place. The order of the others "
            f"stays as it was: for {key} it was {before}, now {after}."
        )


def test_the_keys_of_a_dead_server_go_to_all_others() -> None:
    pairs = [homes(key, even(), 2) for key in KEYS]
    seconds = Counter(pair[-1] for pair in pairs if pair[:1] == ["a"])
    third = seconds.total() / 3
    assert all(is_about(seconds[name], third) for name in "bcd"), (
        "The second homes of one server's keys are spread over all others. "
        "If its neighbour gets them all, it fails next: of a's keys the "
        f"second homes are {dict(seconds)}."
    )


def test_more_weight_takes_and_never_gives() -> None:
    before, after = first_homes(even()), first_homes(even() | {"d": 2.0})
    astray = [key for key in KEYS if after[key] not in (before[key], "d")]
    assert not astray, (
        "If only d's weight grows, keys move to d and nowhere else. "
        f"{len(astray)} of 2,000 keys moved between the others."
    )


def test_the_order_of_the_servers_makes_no_difference() -> None:
    for key in KEYS[:50]:
        found = {
            tuple(homes(key, even("".join(order)), 4))
            for order in permutations("abcd")
        }
        assert len(found) == 1, (
            "The order in which the servers are given makes no difference: "
            f"{key} has the homes {sorted(found)}."
        )


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_of_equal_bids_the_first_name_wins(
    order: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solution, "uniform", lambda *_: 0.5)
    found = homes("user:17", even("".join(order)), 2)
    assert found == ["a", "b"], (
        "Of equal bids the first name wins. Otherwise two balancers that got "
        f"the servers in another order disagree: given as {order}, {found}."
    )


def test_another_process_finds_the_same() -> None:
    keys = [f"user:{number}" for number in range(1, 13)]
    found = [homes(key, even(), 1) for key in keys]
    drawn = [{s: solution.uniform(key, s) for s in "abcd"} for key in keys]
    # Of equal weights the highest u wins, or the lowest in a bid with 1 - u.
    expected = [
        [[best(us, key=us.__getitem__)] for us in drawn] for best in (max, min)
    ]
    assert found in expected, (
        "Use `uniform`: it is the same in each process. `hash` of a text is "
        "another one in each, so that no two balancers would agree. Got "
        f"{found}, expected {expected[0]}."
    )


def test_the_mapping_is_the_callers() -> None:
    weights = even()
    homes("user:17", weights, 3)
    assert weights == even(), (
        "The mapping of weights is the caller's. Who takes winners out of it "
        f"has lost them for the next key: {weights}."
    )
