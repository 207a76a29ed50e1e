from itertools import cycle
from math import inf

import pytest

from snippets.load_balancing.probes_in_turn import (
    ANSWER,
    FALL,
    HUNG,
    INTERVAL,
    SERVERS,
    TIMEOUT,
    found,
)

LAST = SERVERS - 1


@pytest.mark.parametrize("parallel", [False, True])
def test_without_a_timeout_nobody_is_ever_taken_out(parallel: bool) -> None:
    assert found(inf, parallel) == {}


def test_in_parallel_each_is_found_by_its_own_third_probe() -> None:
    out = found(TIMEOUT, parallel=True)
    assert out[0] == pytest.approx((FALL - 1) * INTERVAL + TIMEOUT)
    assert out[LAST] == pytest.approx((FALL - 1) * INTERVAL + ANSWER)


def test_in_turn_the_hung_ones_lengthen_each_round() -> None:
    a_round = HUNG * TIMEOUT + (SERVERS - HUNG) * ANSWER
    assert a_round > INTERVAL
    out = found(TIMEOUT, parallel=False)
    assert out[LAST] == pytest.approx(FALL * a_round)
    assert out[0] == pytest.approx((FALL - 1) * a_round + TIMEOUT)


def test_both_find_the_same_servers_and_no_others() -> None:
    broken = {*range(HUNG), LAST}
    assert found(TIMEOUT, parallel=False).keys() == broken
    assert found(TIMEOUT, parallel=True).keys() == broken


def test_with_nobody_hung_the_order_hardly_matters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snippets.load_balancing.probes_in_turn.HUNG", 0)
    in_turn = found(inf, parallel=False)[LAST]
    assert in_turn - found(inf, parallel=True)[LAST] < SERVERS * ANSWER


def test_a_success_starts_the_count_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = cycle([False, False, True])
    monkeypatch.setattr(
        "snippets.load_balancing.probes_in_turn.probe",
        lambda server, _: (ANSWER, server != 0 or next(answers)),
    )
    assert found(TIMEOUT, parallel=True) == {}
