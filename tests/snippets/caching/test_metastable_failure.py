from random import Random

import pytest

from snippets.caching import metastable_failure
from snippets.caching.metastable_failure import (
    CAPACITY,
    KEYS,
    RATE,
    TIMEOUT,
    TTL,
    run,
)

SEEDS = range(3)


def test_warm_the_database_has_capacity_to_spare() -> None:
    # Per key one query in TTL and one mean gap between two requests.
    demand = KEYS / (TTL + KEYS / RATE)
    assert demand == pytest.approx(9.1, abs=0.05)
    assert demand < CAPACITY < RATE


@pytest.mark.parametrize("tries", [1, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_one_flush_keeps_it_down_although_nothing_is_broken(
    tries: int, seed: int
) -> None:
    before, *after = run(tries, "", [], Random(seed))
    assert before > 99.9
    assert all(share < 5 for share in after)
    assert after[-1] < 1


@pytest.mark.parametrize("seed", SEEDS)
def test_restarting_the_database_does_not_help(seed: int) -> None:
    minutes = run(3, "", [], Random(seed))
    assert minutes[4] < 1
    assert minutes[5] < 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tenth_of_the_load_and_then_all_of_it_falls_again(seed: int) -> None:
    minutes = run(3, "", [0.1, 0.1, 0.1], Random(seed))
    assert minutes[3] == pytest.approx(10, abs=1)
    assert minutes[5] < 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_ramp_in_steps_brings_it_back(seed: int) -> None:
    minutes = run(3, "", [0.1, 0.3, 0.6], Random(seed))
    assert minutes[3] == pytest.approx(33, abs=2)
    assert minutes[5] > 99


@pytest.mark.parametrize("fix", ["shed", "share"])
@pytest.mark.parametrize("seed", SEEDS)
def test_refusing_late_work_or_sharing_it_recovers_within_a_minute(
    fix: str, seed: int
) -> None:
    minutes = run(3, fix, [], Random(seed))
    assert minutes[1] > 90
    assert minutes[2] > 99


@pytest.mark.parametrize(("tries", "answered"), [(2, 0), (3, 1)])
def test_a_try_begins_one_timeout_after_the_last(
    tries: int, answered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One request per minute. The query takes two and a half timeouts, so the
    # third try, two timeouts after the first, gets its answer.
    rate = 1 / 60
    monkeypatch.setattr(metastable_failure, "RATE", rate)
    monkeypatch.setattr(metastable_failure, "CAPACITY", 1 / (2.5 * TIMEOUT))
    minutes = run(tries, "share", [], Random(1))
    assert minutes[1] == pytest.approx(100 * answered)


def test_retries_help_where_the_database_refuses_in_time() -> None:
    once = run(1, "shed", [], Random(1))[1]
    thrice = run(3, "shed", [], Random(1))[1]
    assert thrice > once + 1
