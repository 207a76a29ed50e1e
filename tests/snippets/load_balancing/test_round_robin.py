from collections import Counter
from itertools import islice

import pytest

from snippets.load_balancing.round_robin import CAN_DO, round_robin, waiting


def test_servers_take_turns() -> None:
    assert [*islice(round_robin(["A", "B", "C"]), 7)] == [*"ABCABCA"]


def test_one_server_has_every_turn() -> None:
    assert [*islice(round_robin(["A"]), 3)] == ["A", "A", "A"]


def test_a_pool_without_servers_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="needs a server"):
        round_robin([])


@pytest.mark.parametrize("requests", [1, 10, 100, 101])
def test_counts_differ_by_at_most_one(requests: int) -> None:
    counts = Counter(islice(round_robin("ABC"), requests))
    assert max(counts.values()) - min(counts[name] for name in "ABC") <= 1


def test_equal_turns_drown_the_slow_server_with_capacity_to_spare() -> None:
    queues = waiting(CAN_DO, per_second=80)
    assert sum(CAN_DO.values()) > 80
    assert queues["A"] == queues["B"] == 0
    assert queues["C"] == pytest.approx(60 * (80 / 3 - 12.5))


def test_nobody_waits_below_the_rate_of_the_slowest() -> None:
    assert set(waiting(CAN_DO, per_second=3 * 12.5).values()) == {0.0}
