import pytest

from snippets.networking.bufferbloat import PACKET, load

RATE, RTT = 10e6, 0.04
PIPE = RATE * RTT / PACKET


def test_without_a_queue_three_quarters_of_the_rate_are_used() -> None:
    used, mean = load(RATE * 100, RTT, 0)
    assert used == pytest.approx(0.75, abs=0.01)
    assert mean == pytest.approx(RTT)


def test_a_queue_as_long_as_the_path_is_enough() -> None:
    used, mean = load(RATE, RTT, round(PIPE) + 1)
    assert used > 0.99
    assert RTT < mean < 2 * RTT + 0.01


def test_a_longer_one_adds_only_delay() -> None:
    enough, mean = load(RATE, RTT, 40)
    more, longer = load(RATE, RTT, 400)
    assert more - enough < 0.01
    assert longer > 5 * mean


def test_the_delay_never_exceeds_a_full_queue() -> None:
    for buffer in [0, 10, 100, 1_000]:
        _, mean = load(RATE, RTT, buffer)
        full = RTT + buffer * PACKET / RATE
        assert RTT - 1e-9 <= mean <= full + 1e-9
