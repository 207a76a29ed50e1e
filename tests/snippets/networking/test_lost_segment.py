from random import Random
from statistics import fmean

import pytest

from snippets.networking.lost_segment import LOSS, RECOVERY, expected, waits


def slow(lost: list[bool], orders: int) -> list[int]:
    """The same by its definition: the latest arrival of those before it."""
    arrival = [i + RECOVERY * gone for i, gone in enumerate(lost)]
    return [
        max(arrival[j] for j in range(i % orders, i + 1, orders)) - i
        for i in range(len(lost))
    ]


@pytest.mark.parametrize("orders", [1, 3, 10, 500])
def test_a_packet_waits_for_the_latest_before_it_in_its_order(
    orders: int,
) -> None:
    rng = Random(orders)
    lost = [rng.random() < 0.02 for _ in range(400)]
    assert waits(lost, orders) == slow(lost, orders)


def test_one_loss_holds_everything_behind_it_in_tcp() -> None:
    lost = [False, True] + [False] * 200
    waited = waits(lost, 1)
    assert waited[:4] == [0, RECOVERY, RECOVERY - 1, RECOVERY - 2]
    assert sum(wait > 0 for wait in waited) == RECOVERY


def test_one_loss_holds_its_own_stream_only_in_quic() -> None:
    lost = [False, True] + [False] * 200
    waited = waits(lost, 10)
    held = [packet for packet, wait in enumerate(waited) if wait > 0]
    assert held == list(range(1, RECOVERY + 1, 10))


def test_the_other_streams_do_not_notice() -> None:
    lost = [False, True] + [False] * 200
    waited = waits(lost, 10)
    assert not any(waited[packet] for packet in range(0, 200, 10))


def test_without_loss_nothing_waits() -> None:
    assert waits([False] * 50, 1) == [0] * 50


@pytest.mark.parametrize("orders", [1, 7, 10, 100])
def test_shares_and_waits_are_those_of_theory(orders: int) -> None:
    rng = Random(4)
    lost = [rng.random() < LOSS for _ in range(300_000)]
    waited = waits(lost, orders)[RECOVERY:]  # the first have few before them
    share, mean = expected(orders)
    # The number of losses, 3,000, has a standard error of 1.8 %.
    assert sum(map(bool, waited)) / len(waited) == pytest.approx(
        share, rel=0.04
    )
    assert fmean(waited) == pytest.approx(mean, rel=0.04)


def test_with_more_streams_than_packets_in_a_recovery_only_lost_ones_wait() -> (
    None
):
    share, mean = expected(RECOVERY)
    assert share == pytest.approx(LOSS)
    assert mean == pytest.approx(LOSS * RECOVERY)


def test_one_stream_waits_in_quic_as_in_tcp() -> None:
    assert expected(1)[0] == pytest.approx(1 - (1 - LOSS) ** RECOVERY)
