from random import Random

import pytest

from snippets.networking.frame_loss import (
    FRAMES,
    KEYFRAME,
    OTHER,
    RTT,
    count_spoiled,
    later_than,
    spoiled,
)


@pytest.mark.parametrize(
    ("loss", "share"), [(0.001, 0.160), (0.01, 0.761), (0.02, 0.906)]
)
def test_a_small_loss_spoils_most_frames(loss: float, share: float) -> None:
    assert spoiled(loss) == pytest.approx(share, abs=0.001)


def packet_by_packet(loss: float, groups: int, rng: Random) -> float:
    """The same model, told packet by packet."""
    bad = 0
    for _ in range(groups):
        sound = True
        for frame in range(FRAMES):
            for _ in range(OTHER if frame else KEYFRAME):
                if rng.random() < loss:
                    sound = False
            bad += not sound
    return bad / (FRAMES * groups)


@pytest.mark.parametrize("loss", [0.001, 0.01, 0.02])
def test_formula_count_and_packets_agree(loss: float) -> None:
    expected = spoiled(loss)
    assert count_spoiled(loss, Random(4)) == pytest.approx(expected, abs=0.01)
    slow = packet_by_packet(loss, 500, Random(5))
    assert slow == pytest.approx(expected, abs=0.06)


def test_no_loss_spoils_nothing_and_total_loss_everything() -> None:
    assert spoiled(0.0) == pytest.approx(0)
    assert spoiled(1.0) == 1
    assert later_than(20.0, 0.0) == 0


def test_each_repair_waits_twice_as_long_as_the_one_before() -> None:
    loss = 0.01
    assert later_than(0.0, loss) == loss
    assert later_than(RTT, loss) == pytest.approx(loss**2)
    assert later_than(3 * RTT, loss) == pytest.approx(loss**3)
    assert later_than(3 * RTT - 0.001, loss) == pytest.approx(loss**2)


def test_a_buffer_of_seconds_leaves_nothing_late() -> None:
    assert later_than(20.0, 0.02) < 1e-15
    assert later_than(0.1, 0.02) == pytest.approx(0.0004)
