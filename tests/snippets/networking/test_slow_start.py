import pytest

from snippets.networking.slow_start import SEGMENT, initial_window, rounds


def test_the_first_window_is_ten_segments_or_once_three() -> None:
    assert initial_window() == 10
    assert initial_window(ten=False) == 3


@pytest.mark.parametrize(
    ("segments", "trips"), [(1, 1), (10, 1), (11, 2), (30, 2), (31, 3), (70, 3)]
)
def test_a_window_that_doubles_carries_ten_thirty_seventy(
    segments: int, trips: int
) -> None:
    assert len(rounds(segments * SEGMENT, 10)) == trips


@pytest.mark.parametrize("size", [1, 14_600, 14_601, 100_000, 10_000_000])
@pytest.mark.parametrize("growth", [1.5, 2.0])
def test_everything_is_sent_once(size: int, growth: float) -> None:
    assert sum(rounds(size, 10, growth)) == -(-size // SEGMENT)


def test_100_kb_take_three_round_trips_and_once_took_five() -> None:
    assert rounds(100_000, 10) == [10, 20, 39]
    assert len(rounds(100_000, 3)) == 5
    assert len(rounds(100_000, 10, growth=1.5)) == 4


def test_a_warm_connection_needs_one() -> None:
    assert rounds(100_000, 80) == [69]


def test_nothing_takes_no_round_trip() -> None:
    assert rounds(0, 10) == []
