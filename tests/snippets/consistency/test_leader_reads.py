from random import Random

import pytest

from snippets.consistency.leader_reads import LEASE, TIMEOUT, run


def total(rule: str, speed: float = 1.0) -> tuple[int, int, int]:
    runs = [run(rule, speed, Random(seed)) for seed in range(100)]
    before, after, stale = map(sum, zip(*runs, strict=True))
    return before, after, stale


def test_an_own_copy_is_served_and_stale() -> None:
    assert total("own copy")[2] > 0


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
