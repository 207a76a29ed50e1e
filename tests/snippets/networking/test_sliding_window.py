import pytest

from snippets.networking.sliding_window import (
    SEGMENT,
    UNSCALED,
    throughput,
    window_shift,
)

LINK = 125e6


@pytest.mark.parametrize("rtt", [0.02, 0.1, 0.3])
def test_a_small_window_limits_to_window_per_round_trip(rtt: float) -> None:
    rate = throughput(20_000_000, UNSCALED, rtt, LINK)
    assert rate <= UNSCALED / rtt
    assert rate == pytest.approx(UNSCALED / rtt, rel=0.05)


def test_a_window_of_rate_times_round_trip_fills_the_link() -> None:
    rtt = 0.02
    product = int(LINK * rtt)
    for factor, part in [(0.5, 0.5), (1.05, 1.0), (4, 1.0)]:
        rate = throughput(20_000_000, int(product * factor), rtt, LINK)
        assert rate == pytest.approx(part * LINK, rel=0.05)


@pytest.mark.parametrize("reader", [1e5, 1e6, 1e7])
def test_the_sender_gets_no_faster_than_the_application_reads(
    reader: float,
) -> None:
    rate = throughput(2_000_000, UNSCALED, 0.001, LINK, reader)
    assert rate <= reader
    assert rate == pytest.approx(reader, rel=0.05)


def test_a_window_below_one_segment_still_moves_one_per_round_trip() -> None:
    rate = throughput(100 * SEGMENT, 1, 0.1, LINK)
    assert rate == pytest.approx(SEGMENT / 0.1, rel=0.02)


@pytest.mark.parametrize(
    ("wanted", "shift"),
    [
        (0, 0),
        (UNSCALED, 0),
        (UNSCALED + 1, 1),
        (12.5e6, 8),
        (UNSCALED << 14, 14),
        (1e12, 14),
    ],
)
def test_the_scale_is_the_least_that_holds_the_window(
    wanted: float, shift: int
) -> None:
    assert window_shift(wanted) == shift
