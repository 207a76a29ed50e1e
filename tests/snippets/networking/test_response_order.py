import pytest

from snippets.networking.response_order import (
    FAST,
    ROUND_TRIP,
    SETUP,
    SLOW,
    WORK,
    multiplexed,
    new_connection_each,
    persistent,
    pipelined,
)


def test_a_connection_per_request_pays_the_set_up_each_time() -> None:
    assert new_connection_each([FAST] * 3) == [310, 620, 930]


def test_an_open_connection_pays_the_set_up_once() -> None:
    saved = new_connection_each(WORK)[-1] - persistent(WORK, 1)[-1]
    assert saved == SETUP * (len(WORK) - 1)


def test_one_connection_answers_one_request_at_a_time() -> None:
    done = persistent([FAST, SLOW, FAST], 1)
    assert done == [310, 3_410, 3_520]


def test_a_pipeline_answers_in_the_order_of_the_requests() -> None:
    assert pipelined([FAST, SLOW, FAST]) == [310, 3_300, 3_300]


def test_in_a_pipeline_a_slow_answer_holds_only_those_behind_it() -> None:
    assert pipelined([FAST, FAST, SLOW])[:2] == [310, 310]


def test_streams_do_not_wait_for_each_other() -> None:
    done = multiplexed([FAST, SLOW, FAST])
    assert done == [310, 3_300, 310]


def test_six_connections_lose_one_to_the_slow_answer() -> None:
    without_it = [task for task in WORK if task != SLOW]
    alone = persistent(without_it, 5)
    assert max(persistent(WORK, 6)) == SETUP + ROUND_TRIP + SLOW
    assert sorted(persistent(WORK, 6))[-2] <= max(alone)


@pytest.mark.parametrize("count", [1, 5, 30])
def test_with_a_connection_for_each_request_nobody_waits(count: int) -> None:
    assert persistent(WORK[:count], count) == multiplexed(WORK[:count])


def test_no_order_is_faster_than_streams() -> None:
    best = multiplexed(WORK)
    for done in [pipelined(WORK), persistent(WORK, 6), persistent(WORK, 1)]:
        assert all(a <= b for a, b in zip(best, done, strict=True))


def test_nothing_asked_is_nothing_done() -> None:
    assert multiplexed([]) == pipelined([]) == persistent([], 6) == []
