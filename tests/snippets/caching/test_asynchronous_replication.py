import math

import pytest

from snippets.caching.asynchronous_replication import (
    LAG_MS,
    WRITES,
    acknowledged,
    ok_after_ms,
    received,
)


def lost(wait: int, elected: str) -> int:
    return len(acknowledged(wait, LAG_MS) - received(elected))


@pytest.mark.parametrize("elected", LAG_MS)
def test_without_wait_the_writes_of_the_lag_are_lost(elected: str) -> None:
    assert lost(0, elected) == LAG_MS[elected]


def test_wait_for_one_loses_nothing_if_that_one_is_elected() -> None:
    assert lost(1, "near") == 0


def test_wait_for_one_loses_writes_if_the_other_is_elected() -> None:
    assert lost(1, "far") == LAG_MS["far"] - 2 * LAG_MS["near"]


@pytest.mark.parametrize("elected", LAG_MS)
def test_wait_for_all_loses_nothing(elected: str) -> None:
    assert lost(2, elected) == 0


def test_a_client_waits_for_the_slowest_of_those_it_asks_for() -> None:
    assert [ok_after_ms(wait, LAG_MS) for wait in range(3)] == [0, 4, 80]


def test_wait_for_more_replicas_than_there_are_never_ends() -> None:
    alone = {"near": LAG_MS["near"]}
    assert ok_after_ms(2, alone) == math.inf
    assert acknowledged(2, alone) == set()


def test_a_write_that_arrives_with_the_death_is_too_late() -> None:
    assert max(received("near")) == max(WRITES) - LAG_MS["near"]
