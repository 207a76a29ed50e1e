from collections import Counter
from itertools import islice
from random import Random

import pytest

from snippets.load_balancing.weighted_round_robin import (
    burst,
    longest_run,
    smooth,
)


def cycle(weights: dict[str, int]) -> str:
    return "".join(islice(smooth(weights), sum(weights.values())))


# What nginx 1.22.1 does, in nginx_weighted_order.out.
@pytest.mark.parametrize(
    ("weights", "order"),
    [({"A": 5, "B": 1, "C": 1}, "AABACAA"), ({"A": 3, "B": 2}, "ABABA")],
)
def test_the_order_is_the_one_of_nginx(
    weights: dict[str, int], order: str
) -> None:
    assert cycle(weights) == order


def test_a_burst_comes_in_a_row() -> None:
    assert "".join(islice(burst({"A": 3, "B": 2}), 7)) == "AAABBAA"


def test_equal_weights_are_plain_turns() -> None:
    assert cycle({"A": 1, "B": 1, "C": 1}) == "ABC"
    assert "".join(islice(smooth({"A": 7, "B": 7}), 6)) == "ABABAB"


def test_a_cycle_gives_each_its_weight_and_then_begins_anew() -> None:
    rng = Random(1)
    for _ in range(50):
        weights = {name: rng.randint(1, 9) for name in "ABCD"}
        total = sum(weights.values())
        order = [*islice(smooth(weights), 2 * total)]
        assert Counter(order[:total]) == weights
        assert order[:total] == order[total:]


def test_smooth_runs_are_never_longer_than_bursts() -> None:
    rng = Random(2)
    for _ in range(50):
        weights = {name: rng.randint(1, 9) for name in "ABC"}
        assert longest_run(smooth(weights), 200) <= longest_run(
            burst(weights), 200
        )


# What HAProxy 2.6.12 does, in haproxy_weighted_order.out, is smoother.
def test_one_heavy_server_still_has_runs() -> None:
    assert longest_run(smooth({"A": 5, "B": 1, "C": 1}), 700) == 4
    assert longest_run(iter("AAABAAC" * 100), 700) == 3
