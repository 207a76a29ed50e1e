import math
import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from statistics import fmean

import pytest

from snippets.networking.polling import (
    HOLD,
    TRIP,
    Run,
    long_poll,
    poll,
    push,
)


def at_random(rate: float, number: int = 20_000) -> list[float]:
    """Independent events, so many per second on average."""
    rng = random.Random(5)
    return list(accumulate(rng.expovariate(rate) for _ in range(number)))


@pytest.mark.parametrize("interval", [1.0, 5.0, 30.0])
@pytest.mark.parametrize("rate", [1 / 60, 1.0])
def test_news_waits_half_an_interval_on_average(
    interval: float, rate: float
) -> None:
    requests, delays = poll(at_random(rate), interval)
    assert fmean(delays) == pytest.approx(interval / 2 + TRIP, rel=0.02)
    assert requests / len(delays) == pytest.approx(
        1 / (rate * interval), rel=0.02
    )
    assert max(delays) <= interval + TRIP


def test_an_event_at_the_very_moment_of_a_poll_does_not_wait() -> None:
    assert poll([10.0, 10.5], 5.0) == (3, [TRIP, 4.5 + TRIP])


def test_a_rare_event_finds_a_long_poll_waiting() -> None:
    rate = 1 / 60
    requests, delays = long_poll(at_random(rate))
    assert requests / len(delays) == pytest.approx(
        1 / (1 - math.exp(-rate * HOLD)), rel=0.02
    )
    assert fmean(delays) == pytest.approx(TRIP, rel=0.02)


def test_frequent_events_wait_for_the_next_long_poll_together() -> None:
    rate = 20.0
    requests, delays = long_poll(at_random(rate))
    # A cycle is a round trip and, if it brought nothing, the next event's gap.
    cycle = 2 * TRIP + math.exp(-rate * 2 * TRIP) / rate
    assert len(delays) / requests == pytest.approx(rate * cycle, rel=0.02)
    assert max(delays) <= 3 * TRIP


def test_a_long_poll_that_times_out_is_asked_again() -> None:
    assert long_poll([HOLD + 1.0]) == (2, [TRIP])
    in_the_gap = HOLD + TRIP
    requests, [delay] = long_poll([in_the_gap])
    assert requests == 2
    assert delay == pytest.approx(2 * TRIP)


@pytest.mark.parametrize("run", [long_poll, push, lambda e: poll(e, 5.0)])
def test_every_event_arrives_once(
    run: Callable[[Sequence[float]], Run],
) -> None:
    events = at_random(3.0, 500)
    _, delays = run(events)
    assert len(delays) == len(events)
    assert min(delays) >= TRIP


def test_push_needs_one_request_and_one_trip() -> None:
    assert push([1.0, 2.0]) == (1, [TRIP, TRIP])
