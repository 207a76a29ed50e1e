from random import Random

import pytest

from snippets.load_balancing.least_connections import LeastConnections


def short_ones(balancer: LeastConnections, requests: int) -> str:
    order = ""
    for _ in range(requests):
        server = balancer.acquire()
        balancer.release(server)
        order += server
    return order


def test_the_fewest_open_is_chosen() -> None:
    balancer = LeastConnections({"A": 1, "B": 1, "C": 1})
    balancer.open.update(A=10, B=15, C=8)
    assert balancer.acquire() == "C"


def test_who_ended_one_is_next() -> None:
    balancer = LeastConnections({"A": 1, "B": 1, "C": 1})
    assert [balancer.acquire() for _ in range(3)] == ["A", "B", "C"]
    balancer.release("B")
    assert balancer.acquire() == "B"


def test_ties_are_given_in_turn() -> None:
    balancer = LeastConnections({"A": 1, "B": 1, "C": 1})
    assert short_ones(balancer, 7) == "ABCABCA"


# Deliberately wrong: the first minimum.
def test_ties_to_the_first_balance_nothing() -> None:
    balancer = LeastConnections({"A": 1, "B": 1, "C": 1}, rotate=False)
    assert short_ones(balancer, 100) == "A" * 100


def test_long_ones_are_shared_by_weight() -> None:
    balancer = LeastConnections({"A": 4, "B": 1})
    for _ in range(100):
        balancer.acquire()
    assert balancer.open == {"A": 80, "B": 20}


@pytest.mark.parametrize("seed", range(5))
def test_open_connections_stay_level_whatever_ends(seed: int) -> None:
    rng = Random(seed)
    balancer = LeastConnections({"A": 1, "B": 1, "C": 1})
    open_now: list[str] = []
    for _ in range(1000):
        fewest = min(balancer.open.values())
        chosen = balancer.acquire()
        assert balancer.open[chosen] == fewest + 1
        open_now.append(chosen)
        if rng.random() < 0.9:
            balancer.release(open_now.pop(rng.randrange(len(open_now))))
    assert sum(balancer.open.values()) == len(open_now)
