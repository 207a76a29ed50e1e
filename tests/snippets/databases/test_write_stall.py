from itertools import islice
from math import inf

import pytest

from snippets.databases.write_stall import (
    BURST,
    BURST_SECONDS,
    DISK,
    FLUSH,
    seconds,
)


def first(number: int, written: float, limit: float) -> list[tuple[float, ...]]:
    return list(islice(seconds(written, limit), number))


def test_the_limit_is_reached_when_the_sum_says_so() -> None:
    owed_per_second = BURST * 10 - DISK
    reached = 12 * FLUSH * 9 / owed_per_second
    stalled = [accepted < BURST for accepted, *_ in first(60, 10, 12)]
    assert stalled.index(True) == pytest.approx(reached, abs=1)


def test_a_stalled_writer_gets_what_the_disk_lasts_for() -> None:
    for accepted, runs, _ in first(BURST_SECONDS, 10, 12)[50:]:
        assert accepted == DISK / 10
        assert runs == pytest.approx(12, abs=0.5)


def test_without_a_limit_nobody_waits_and_the_runs_pile_up() -> None:
    seen = first(BURST_SECONDS, 10, inf)
    assert all(waiting == 0 for *_, waiting in seen)
    assert seen[-1][1] > 40


def test_a_rate_below_the_lasting_one_leaves_nothing_behind() -> None:
    assert all(runs == 0 for _, runs, _ in first(600, 3, 12))


def test_nothing_is_lost_while_writers_wait() -> None:
    seen = first(BURST_SECONDS, 10, 12)
    accepted = sum(now[0] for now in seen)
    assert accepted + seen[-1][2] == BURST * BURST_SECONDS
