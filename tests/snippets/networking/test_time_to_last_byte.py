from dataclasses import replace

import pytest

from snippets.networking.time_to_last_byte import (
    SEGMENT,
    WINDOW,
    Visit,
    milestones,
    rounds,
)

NOW = Visit()


def page(visit: Visit) -> int:
    return milestones(visit)[2]


@pytest.mark.parametrize(
    ("segments", "trips", "after"),
    [
        (0, 0, 10),
        (1, 1, 11),
        (10, 1, 20),
        (11, 2, 21),
        (30, 2, 40),
        (31, 3, 41),
    ],
)
def test_each_acknowledged_segment_widens_the_window_by_one(
    segments: int, trips: int, after: int
) -> None:
    assert rounds(segments * SEGMENT, WINDOW) == (trips, after)


def test_a_byte_more_is_a_segment_more() -> None:
    assert rounds(WINDOW * SEGMENT, WINDOW)[0] == 1
    assert rounds(WINDOW * SEGMENT + 1, WINDOW)[0] == 2


def arrivals(visit: Visit) -> int:
    """The same page, segment by segment: when the last one arrives."""
    clock = visit.lookup + visit.handshakes * visit.rtt
    window, first = WINDOW, True
    for size in (visit.document, visit.files):
        clock += visit.think if first else visit.wait
        segments = -(-size // SEGMENT)
        while segments:
            clock += visit.rtt
            acknowledged = 0
            while segments and acknowledged < window:
                segments -= 1
                acknowledged += 1
            window += acknowledged
        first = False
    return clock


@pytest.mark.parametrize(
    "size", [1, 14_600, 14_601, 60_000, 300_000, 5_000_000]
)
@pytest.mark.parametrize("handshakes", [0, 1, 3])
def test_a_count_by_segments_agrees(size: int, handshakes: int) -> None:
    for visit in (
        replace(NOW, handshakes=handshakes, document=size),
        replace(NOW, handshakes=handshakes, files=size, wait=160),
    ):
        assert page(visit) == arrivals(visit)


def test_each_handshake_that_is_spared_saves_a_round_trip() -> None:
    for spared in (1, 2, 3):
        visit = replace(NOW, handshakes=3 - spared)
        assert page(NOW) - page(visit) == spared * NOW.rtt


def test_half_the_bytes_save_one_round_trip_and_faster_code_40_ms() -> None:
    half = replace(NOW, document=30_000, files=150_000)
    assert page(NOW) - page(half) == NOW.rtt
    assert page(NOW) - page(replace(NOW, think=40)) == 40


def test_an_edge_that_stores_nothing_saves_more_than_any_protocol() -> None:
    edge = replace(NOW, rtt=20, think=240, wait=160)
    assert page(edge) == 620
    assert page(edge) < page(replace(NOW, handshakes=0)) == 1_200


def test_the_edge_with_all_else_that_is_on_the_page() -> None:
    edge = replace(NOW, rtt=20, think=0, wait=0)
    assert milestones(edge) == (120, 160, 220)
    assert page(replace(edge, handshakes=0)) == 160
    # Nine round trips of the page as it is.
    assert (page(NOW) - NOW.lookup - NOW.think) / NOW.rtt == 9
