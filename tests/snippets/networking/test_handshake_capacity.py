import heapq
from random import Random

import pytest

from snippets.networking import handshake_capacity
from snippets.networking.handshake_capacity import (
    LONGEST,
    PATIENCE,
    PER_SERVER,
    come,
    storm,
)


def test_all_come_within_the_spread() -> None:
    assert come(100, 10, 0) == dict.fromkeys(range(10), 10)
    assert come(100, 10, 2) == dict.fromkeys(range(40), 2.5)
    assert len(come(100, 10, 20)) == LONGEST


def test_without_a_spread_they_come_together_each_time_later() -> None:
    pauses = [come(100, 0, failures) for failures in range(5)]
    assert pauses == [{0: 100}, {2: 100}, {4: 100}, {8: 100}, {16: 100}]


@pytest.mark.parametrize("spread", [40, 50, 60, 120])
def test_a_spread_over_the_capacity_has_all_back_at_its_end(
    spread: int,
) -> None:
    most, vain, seconds = storm(1_000_000, 25, spread)
    assert (vain, seconds) == (0, spread)
    assert most == pytest.approx(1_000_000 / spread)


def test_a_spread_of_a_quarter_less_takes_four_times_as_long() -> None:
    _, vain, seconds = storm(1_000_000, 25, 30)
    assert seconds == 166
    assert vain == pytest.approx(691_089, abs=1)


def test_what_is_served_within_the_patience_needs_no_spread() -> None:
    servers = 25
    fits = PATIENCE * servers * PER_SERVER
    assert storm(fits, servers, 0) == (fits, 0, PATIENCE)
    assert storm(fits + 10, servers, 0)[2] > PATIENCE


def single_phones(phones: int, capacity: int, spread: int) -> tuple[int, int]:
    """The same with whole phones that draw by lot: in vain, seconds."""
    rng, vain, back, now = Random(1), 0, 0, 0
    agenda = [(rng.randrange(spread), number, 0) for number in range(phones)]
    heapq.heapify(agenda)
    queue: list[tuple[int, int, int]] = []
    while back < phones:
        for since, number, failures in queue:
            if since == now - PATIENCE:
                last = min(LONGEST, spread << failures + 1)
                again = (now + rng.randrange(last), number, failures + 1)
                heapq.heappush(agenda, again)
        while agenda and agenda[0][0] == now:
            queue.append(heapq.heappop(agenda))
        served, queue = queue[:capacity], queue[capacity:]
        in_time = sum(since > now - PATIENCE for since, _, _ in served)
        back, vain = back + in_time, vain + len(served) - in_time
        now += 1
    return vain, now


@pytest.mark.parametrize("spread", [10, 30])
def test_whole_phones_that_draw_by_lot_agree(
    spread: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handshake_capacity, "PER_SERVER", 10)
    _, vain, seconds = storm(10_000, 25, spread)
    vain_by_lot, seconds_by_lot = single_phones(10_000, 250, spread)
    assert vain_by_lot == pytest.approx(vain, rel=0.1)
    assert seconds_by_lot == pytest.approx(seconds, rel=0.1)


def test_single_phones_need_some_room_above_the_capacity() -> None:
    assert single_phones(10_000, 250, 60) == (0, 60)


def test_the_storm_of_a_rolling_restart() -> None:
    assert storm(40_000, 24, 0) == (40_000, 0, 2)
    assert storm(106_420, 24, 0)[1:] == (0, 5)
    # All of them to the server that has just restarted.
    assert storm(41_670, 1, 0)[2] > 600
    assert storm(41_670, 1, 60)[1:] == (0, 60)
