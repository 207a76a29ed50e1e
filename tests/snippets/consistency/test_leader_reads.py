from random import Random

import pytest

from snippets.consistency.leader_reads import LEASE, TIMEOUT, run


def total(rule: str, speed: float = 1.0) -> tuple[int, int, int]:
    runs = [run(rule, speed, Random(seed)) for seed in range(100)]
    before, after, stale = map(sum, zip(*runs, strict=True))
    return before, after, stale


def test_an_own_copy_is_served_and_stale() -> None:
    assert total("own copy")[2] > 0


def test_reads_are_stale_from_the_first_of_four_timeouts_on() -> None:
    """The least of four between 150 and 300 is 180 on average.

    It counts from the last heartbeat, 1,000 or, if the cut is within half a
    round trip of it, 950; that takes half a round trip to arrive, an election
    and a write one each.
    """
    runs, trip = 2_000, 6
    heartbeat = 1_000 - 50 * (trip / 2) / 50
    written = heartbeat + trip / 2 + 180 + 2 * trip
    found = [run("own copy", 1.0, Random(seed))[2] for seed in range(runs)]
    expected = (1_500 - written) / 2
    assert sum(found) / runs == pytest.approx(expected, abs=1.5)


def test_who_asks_a_majority_gives_no_answer_after_the_cut() -> None:
    assert total("asks a majority")[1:] == (0, 0)


def test_a_read_that_the_cut_overtakes_gets_no_answer_either() -> None:
    assert total("asks a majority")[0] < total("own copy")[0]


def test_a_lease_serves_for_a_while_and_is_never_stale() -> None:
    before, after, stale = total("lease")
    assert before == total("own copy")[0]
    assert 0 < after < total("own copy")[1]
    assert stale == 0


def test_a_lease_bears_a_clock_that_is_slow_by_the_margin() -> None:
    assert total("lease", LEASE / TIMEOUT[0])[2] == 0


@pytest.mark.parametrize("speed", [0.5, 0.3])
def test_a_slower_clock_makes_a_lease_stale(speed: float) -> None:
    assert total("lease", speed)[2] > 0
