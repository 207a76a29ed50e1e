"""When a breaker lets a call begin, on a clock that jumps."""

import pytest
from solution import FAILURES, REST, CircuitBreaker, OpenError


class Clock:
    """A time in seconds, set by the test."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> CircuitBreaker:
    return CircuitBreaker(clock)


def enter(breaker: CircuitBreaker) -> int | None:
    """The ticket, or None if the call is refused."""
    try:
        return breaker.enter()
    except OpenError:
        return None


def call(breaker: CircuitBreaker, answers: str) -> None:
    """Calls, one after the other, if it lets them: `+` succeeds, `-` fails."""
    for answer in answers:
        ticket = enter(breaker)
        if ticket is not None:
            breaker.leave(ticket, answer == "+")


def refuses(breaker: CircuitBreaker) -> bool:
    """Whether a call is refused."""
    return enter(breaker) is None


def opened(breaker: CircuitBreaker) -> CircuitBreaker:
    """The same breaker, after failures that open it."""
    call(breaker, "-" * FAILURES)
    return breaker


def test_what_succeeds_passes(breaker: CircuitBreaker) -> None:
    call(breaker, "+" * 50)
    assert not refuses(breaker), "Nothing has failed: let calls pass."


def test_fewer_failures_do_not_open_it(breaker: CircuitBreaker) -> None:
    call(breaker, "-" * (FAILURES - 1))
    assert not refuses(breaker), (
        f"{FAILURES - 1} failures are less than FAILURES: still closed."
    )


def test_failures_in_a_row_open_it(breaker: CircuitBreaker) -> None:
    assert refuses(opened(breaker)), (
        "FAILURES in a row open the breaker. The next call is refused, at "
        "once and without being made."
    )


def test_a_success_ends_the_row(breaker: CircuitBreaker) -> None:
    call(breaker, ("-" * (FAILURES - 1) + "+") * 3)
    assert not refuses(breaker), (
        "A success ends the row: a server that fails now and then is not down."
    )


def test_it_refuses_for_its_rest(breaker: CircuitBreaker, clock: Clock) -> None:
    opened(breaker)
    clock.now += REST - 0.001
    assert refuses(breaker), "It refuses until REST seconds have passed."
    clock.now += 0.001
    assert not refuses(breaker), (
        "When REST seconds have passed, a call may try: not later."
    )


def test_refusals_do_not_prolong_it(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    opened(breaker)
    for _ in range(10):
        clock.now += REST / 10
        refused = refuses(breaker)
    assert not refused, (
        "Refused calls must not prolong the rest. They say nothing about the "
        "server."
    )


def test_one_trial_at_a_time(breaker: CircuitBreaker, clock: Clock) -> None:
    opened(breaker)
    clock.now += REST
    assert enter(breaker) is not None, "After the rest one call may try."
    assert [refuses(breaker) for _ in range(5)] == [True] * 5, (
        "After the rest one call tries, and the others wait for its outcome. "
        "A server that has just come back can't bear all of them."
    )


def test_a_trial_that_succeeds_closes_it(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    opened(breaker)
    clock.now += REST
    call(breaker, "+")
    tickets = [enter(breaker) for _ in range(5)]
    assert None not in tickets, (
        "The trial went well, so the breaker is closed: all calls pass."
    )


def test_a_trial_that_fails_opens_it_again(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    opened(breaker)
    clock.now += REST
    call(breaker, "-")
    assert refuses(breaker), "One failed trial is enough to open it again."


def test_a_failed_trial_starts_a_new_rest(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    opened(breaker)
    clock.now += REST
    trial = enter(breaker)
    assert trial is not None, "After the rest one call may try."
    clock.now += 2.0
    breaker.leave(trial, False)
    clock.now += REST - 1.0
    assert refuses(breaker), (
        "A failed trial starts a whole new rest, from the moment it failed."
    )
    clock.now += 1.0
    assert not refuses(breaker), "After the new rest the next one may try."


def test_a_closed_breaker_counts_from_zero(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    opened(breaker)
    clock.now += REST
    call(breaker, "+" + "-" * (FAILURES - 1))
    assert not refuses(breaker), (
        "After it has closed, it takes FAILURES in a row again to open it."
    )
    call(breaker, "-")
    assert refuses(breaker), "A breaker that has closed can open again."


def test_a_late_success_does_not_close_it(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    slow = enter(breaker)
    assert slow is not None, "It is closed at first."
    opened(breaker)
    clock.now += 1.0
    breaker.leave(slow, True)
    assert refuses(breaker), (
        "A call from before it opened doesn't close it. It says nothing of "
        "the time since."
    )


def test_a_late_failure_does_not_prolong_it(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    slow = [enter(breaker) for _ in range(2 * FAILURES)]
    opened(breaker)
    clock.now += REST - 1.0
    for ticket in slow:
        assert ticket is not None, "It is closed at first."
        breaker.leave(ticket, False)
    clock.now += 1.0
    assert not refuses(breaker), (
        "Failures of calls from before it opened don't prolong the rest."
    )


def test_a_late_failure_does_not_end_the_trial(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    slow = enter(breaker)
    opened(breaker)
    clock.now += REST
    trial = enter(breaker)
    assert slow is not None, "It is closed at first."
    assert trial is not None, "After the rest one call may try."
    breaker.leave(slow, False)
    breaker.leave(trial, True)
    assert not refuses(breaker), (
        "Only the trial's own outcome counts: a call that began before the "
        "breaker opened changes nothing."
    )


def test_a_call_from_before_does_not_count_after_it_closed(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    slow = [enter(breaker) for _ in range(FAILURES)]
    opened(breaker)
    clock.now += REST
    call(breaker, "+")
    for ticket in slow:
        assert ticket is not None, "It is closed at first."
        breaker.leave(ticket, False)
    assert not refuses(breaker), (
        "Calls from before the outage must not open it again."
    )


def test_calls_from_before_do_not_touch_the_new_row(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    fails, succeeds = enter(breaker), enter(breaker)
    assert fails is not None, "It is closed at first."
    assert succeeds is not None, "It is closed at first."
    opened(breaker)
    clock.now += REST
    call(breaker, "+" + "-" * (FAILURES - 1))
    breaker.leave(fails, False)
    assert not refuses(breaker), (
        "A late failure is none of the new row, which counts calls that began "
        "after it closed."
    )
    breaker.leave(succeeds, True)
    call(breaker, "-")
    assert refuses(breaker), (
        "A late success does not end the new row. That call began before the "
        "breaker opened."
    )


def test_a_trial_without_an_outcome_is_given_up(
    breaker: CircuitBreaker, clock: Clock
) -> None:
    opened(breaker)
    clock.now += REST
    lost = enter(breaker)
    assert lost is not None, "After the rest one call may try."
    clock.now += REST - 0.001
    assert refuses(breaker), "A trial has REST seconds to say how it went."
    clock.now += 0.001
    second = enter(breaker)
    assert second is not None, (
        "A trial that never comes back must not keep it open for ever. After "
        "another REST the next one may try."
    )
    breaker.leave(lost, True)
    assert refuses(breaker), (
        "The trial that was given up comes back: the second one decides now."
    )
    breaker.leave(second, True)
    assert not refuses(breaker), "The second trial went well: closed."


def test_a_row_may_come_from_calls_at_the_same_time(
    breaker: CircuitBreaker,
) -> None:
    tickets = [enter(breaker) for _ in range(FAILURES)]
    assert None not in tickets, "A closed breaker lets all calls begin."
    for ticket in tickets:
        assert ticket is not None, "A closed breaker lets all calls begin."
        breaker.leave(ticket, False)
    assert refuses(breaker), (
        "FAILURES in a row open the breaker, in the order in which they end."
    )


def test_time_may_start_at_zero(breaker: CircuitBreaker, clock: Clock) -> None:
    clock.now = -REST
    opened(breaker)
    assert refuses(breaker), (
        "The rest may end at time 0.0: compare with `is None`."
    )
