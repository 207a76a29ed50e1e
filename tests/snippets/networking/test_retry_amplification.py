from itertools import pairwise

import pytest

from snippets.networking.retry_amplification import (
    FULL,
    LAYERS,
    LEAVES,
    RETRY,
    TRIES,
    Design,
)

ALL, LAST = {1, 2, 3}, {3}


def run(design: Design, takes: float, requests: int = 1_000) -> Design:
    for _ in range(requests):
        design.call(1, 0.0, takes)
    return design


def test_three_layers_with_three_tries_ask_27_times() -> None:
    design = run(Design(ALL), 0.4, requests=1)
    assert design.asked == TRIES**LAYERS == 27
    # Two are answered within the second.
    assert design.late == 25


def test_one_layer_asks_three_times_whichever_it_is() -> None:
    for layer in ALL:
        assert run(Design({layer}), 0.01, requests=1).asked == 3


def test_without_repeating_there_is_one() -> None:
    assert run(Design(set()), 0.4, requests=1).asked == 1


def test_a_deadline_bounds_slow_failures_and_not_quick_ones() -> None:
    slow = run(Design(ALL, deadline=True), 0.4, requests=1)
    assert (slow.asked, slow.late) == (2, 0)
    assert run(Design(ALL, deadline=True), 0.01, requests=1).asked == 27


def test_a_query_that_ends_with_the_deadline_is_in_time() -> None:
    design = run(Design(ALL, deadline=True), LEAVES / 2, requests=1)
    assert (design.asked, design.late) == (2, 0)
    assert run(Design(ALL), LEAVES, requests=1).late == 26


@pytest.mark.parametrize("takes", [0.4, 0.01])
def test_a_budget_adds_a_tenth_per_layer_and_does_not_multiply(
    takes: float,
) -> None:
    one = run(Design(LAST, budget=True), takes, requests=10_000)
    assert one.asked / 10_000 == pytest.approx(1.1, abs=0.002)
    each = run(Design(ALL, budget=True), takes, requests=10_000)
    assert each.asked / 10_000 == pytest.approx(1.1**3, abs=0.01)


def test_a_budget_lets_a_single_failure_be_repeated() -> None:
    design = run(Design(LAST, budget=True), 0.01, requests=1)
    assert design.asked == TRIES


def test_what_is_saved_has_a_limit() -> None:
    calm = Design(set(), budget=True)
    run(calm, 0.01, requests=10_000)
    assert calm.saved == dict.fromkeys(ALL, FULL)
    calm.repeating = LAST
    calm.asked = 0
    run(calm, 0.01, requests=100)
    assert calm.asked == 100 + (FULL + 100) // RETRY - 1


def test_ten_calls_pay_for_one_retry() -> None:
    design = Design(LAST, budget=True, saved={3: RETRY - 2})
    asked = []
    for _ in range(13):
        run(design, 0.01, requests=1)
        asked.append(design.asked)
    assert [after - before for before, after in pairwise([0, *asked])] == [
        *(1, 2),
        *(1 for _ in range(9)),
        *(2, 1),
    ]
