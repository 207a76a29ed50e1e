"""What a hop does with its time and its retries, on a clock that jumps."""

from collections.abc import Callable

import pytest
from solution import (
    MOST,
    NEEDS,
    PRICE,
    RESERVE,
    TRIES,
    Clock,
    GaveUpError,
    RetryBudget,
    UnavailableError,
    call,
)


class Backend:
    """Answers after so many failures; each try takes its milliseconds."""

    def __init__(self, clock: Clock, failures: int, takes: int = 10) -> None:
        self.clock, self.failures, self.takes = clock, failures, takes
        self.told: list[int] = []  # how long each try has
        self.begun: list[int] = []  # when each try began

    def attempt(self, milliseconds: int) -> str:
        """A try: it ends when it is done, or when its time is up."""
        self.told.append(milliseconds)
        self.begun.append(self.clock.now)
        self.clock.sleep(min(self.takes, milliseconds))
        if self.takes > milliseconds or len(self.told) <= self.failures:
            raise UnavailableError("overloaded")
        return "done"


def ask(
    backend: Backend,
    deadline: int = 1_000,
    budget: RetryBudget | None = None,
    pause: Callable[[int], int] = lambda _: 20,
) -> str:
    """What a call ends with: an answer, or the name of its error."""
    budget = RetryBudget() if budget is None else budget
    clock = backend.clock
    try:
        return call(backend.attempt, deadline, clock, budget, pause)
    except GaveUpError:
        return "gave up"
    except UnavailableError:
        return "may be repeated"


def test_an_answer_is_passed_on() -> None:
    backend = Backend(Clock(), failures=0)
    assert ask(backend) == "done", "An answer of `attempt` is the call's."
    assert len(backend.told) == 1, "What has an answer is not repeated."


@pytest.mark.parametrize("failures", range(1, TRIES))
def test_what_failed_is_repeated(failures: int) -> None:
    backend = Backend(Clock(), failures)
    assert ask(backend) == "done", (
        f"{failures} failed, and {TRIES} tries are allowed: try again."
    )


def test_a_call_has_three_tries() -> None:
    backend = Backend(Clock(), failures=99)
    assert ask(backend) == "gave up", (
        "After the last try say GaveUpError, so that no layer above repeats."
    )
    assert len(backend.told) == TRIES, (
        f"TRIES counts all of them, the first as well: {TRIES}."
    )


def test_the_next_hop_is_told_what_is_left() -> None:
    backend = Backend(Clock(300), failures=1, takes=100)
    ask(backend, deadline=1_000)
    first, second = backend.told
    assert 1_000 not in (first, second), (
        "Hand down what is left of the time, not a timeout of your own."
    )
    assert first != 700, (
        "Keep RESERVE for this hop's own work after the answer."
    )
    assert first == 700 - RESERVE, (
        "A try may take what is left until the deadline, less RESERVE."
    )
    assert second == 580 - RESERVE, (
        "What is left shrinks: a failed try of 100 ms and a pause of 20 ms "
        "are gone."
    )


def test_a_long_time_is_handed_down_whole() -> None:
    backend = Backend(Clock(), failures=0)
    ask(backend, deadline=60_000)
    assert backend.told == [60_000 - RESERVE], (
        "A try may take what is left until the deadline, less RESERVE. Here "
        "the caller waits for a minute: no limit of your own cuts that off."
    )


def test_a_try_that_uses_all_its_time_leaves_none() -> None:
    backend = Backend(Clock(), failures=0, takes=5_000)
    assert ask(backend) == "gave up", "In 950 ms a try of 5 s has no answer."
    assert backend.clock.now <= 1_000 - RESERVE, (
        "The caller stops waiting at the deadline: be back before it, with "
        "RESERVE to spare."
    )
    assert len(backend.told) == 1, (
        "No try that can't be in time: with less than NEEDS left, none."
    )


@pytest.mark.parametrize(
    ("left", "tries"), [(NEEDS + RESERVE, 1), (NEEDS + RESERVE - 1, 0)]
)
@pytest.mark.parametrize("start", [0, 500])
def test_the_first_try_needs_time_too(
    start: int, left: int, tries: int
) -> None:
    backend = Backend(Clock(start), failures=0)
    answer = ask(backend, deadline=start + left)
    assert len(backend.told) == tries, (
        "No try that can't be in time: with less than NEEDS left, none. "
        f"Here {left - RESERVE} ms are left, {NEEDS} are needed."
    )
    assert answer == ("done" if tries else "gave up"), (
        "Without time for a try the call gives up."
    )
    assert tries or backend.clock.now == start, "Give up at once."


@pytest.mark.parametrize(("wait", "tries"), [(740, 2), (741, 1), (5_000, 1)])
def test_no_pause_that_leads_past_the_deadline(wait: int, tries: int) -> None:
    # Tried for 110 ms; RESERVE and NEEDS leave 740 ms for the pause.
    budget = RetryBudget()
    backend = Backend(Clock(), failures=1, takes=110)
    answer = ask(backend, 1_000, budget, lambda _: wait)
    assert len(backend.told) == tries, (
        "No try that can't be in time: with less than NEEDS left, none. "
        f"After a pause of {wait} ms {840 - wait} are left."
    )
    if tries == 1:
        assert answer == "gave up", "A retry that can't be in time is none."
        assert backend.clock.now == 110, (
            "Don't wait for a retry that can't be in time: give up at once."
        )
        assert budget.saved == MOST, "Pay only for a retry that is sent."


def test_the_pauses_are_those_that_are_given() -> None:
    backend = Backend(Clock(), failures=99)
    ask(backend, pause=lambda n: 100 * n)
    assert backend.begun == [0, 110, 320], (
        "Before retry 1 wait pause(1), before retry 2 pause(2)."
    )
    assert backend.clock.now == 330, (
        "After the last try there is nothing to wait for."
    )


def test_a_pause_is_drawn_once() -> None:
    backend, asked = Backend(Clock(), failures=99), []

    def draw(retry: int) -> int:
        asked.append(retry)
        return 10 * len(asked)

    ask(backend, pause=draw)
    assert asked == [1, 2], (
        "Draw a pause once, and wait for the one that you have checked: with "
        "jitter a second draw gives another one, perhaps one too long."
    )
    assert backend.begun == [0, 20, 50], "Wait for the pause that was drawn."


def test_an_error_that_is_not_about_being_available_ends_it() -> None:
    tries = 0

    def attempt(_: int) -> str:
        nonlocal tries
        tries += 1
        raise KeyError("no such match")

    with pytest.raises(Exception) as raised:  # noqa: PT011
        call(attempt, 1_000, Clock(), RetryBudget(), lambda _: 20)
    assert tries == 1, (
        "Only UnavailableError says that another try may succeed."
    )
    assert isinstance(raised.value, KeyError), (
        "Let other errors pass as they are: the caller needs to know."
    )


def test_what_gave_up_is_not_repeated() -> None:
    tries = 0

    def attempt(_: int) -> str:
        nonlocal tries
        tries += 1
        raise GaveUpError("below")

    with pytest.raises(GaveUpError):
        call(attempt, 1_000, Clock(), RetryBudget(), lambda _: 20)
    assert tries == 1, (
        "What gave up below must not be repeated above: that multiplies."
    )


def test_three_hops_do_not_multiply() -> None:
    clock = Clock()
    backend = Backend(clock, failures=99)

    def hop(attempt: Callable[[int], str]) -> Callable[[int], str]:
        budget = RetryBudget()

        def asked(milliseconds: int) -> str:
            deadline = clock.now + milliseconds
            return call(attempt, deadline, clock, budget, lambda _: 20)

        return asked

    edge = hop(hop(hop(backend.attempt)))
    with pytest.raises(GaveUpError):
        edge(1_000)
    assert len(backend.told) == TRIES, (
        "Three hops with three tries each must not ask the last one 27 times."
    )
    assert backend.told[0] == 1_000 - 3 * RESERVE, (
        "Each hop keeps its RESERVE: three of them."
    )


def test_the_budget_is_full_at_first_and_a_retry_takes_its_price() -> None:
    budget = RetryBudget()
    ask(Backend(Clock(), failures=1), budget=budget)
    assert budget.saved == MOST - PRICE, (
        "A call pays 1 into a budget that is full; its one retry takes PRICE."
    )


def test_a_call_pays_once() -> None:
    budget = RetryBudget(50)
    ask(Backend(Clock(), failures=2), budget=budget)
    assert budget.saved == 50 + 1 - 2 * PRICE, (
        "A call pays once, however often it is tried."
    )
    budget = RetryBudget(50)
    ask(Backend(Clock(), failures=0), budget=budget)
    assert budget.saved == 51, "A call that succeeds at once pays as well."


def test_the_budget_saves_no_more_than_its_most() -> None:
    budget = RetryBudget()
    for _ in range(1_000):
        budget.earn()
    assert budget.saved == MOST, (
        "MOST limits what is saved, or a calm day pays for a storm."
    )


@pytest.mark.parametrize("saved", range(PRICE))
def test_a_retry_needs_its_whole_price(saved: int) -> None:
    budget = RetryBudget(saved)
    assert not budget.spend(), "A retry needs its whole PRICE."
    assert budget.saved == saved, "What can't be paid takes nothing."


def test_a_retry_may_take_the_last() -> None:
    budget = RetryBudget(PRICE)
    assert budget.spend(), "PRICE is enough for a retry."
    assert budget.saved == 0, "A retry takes its PRICE."


def test_the_first_try_is_free() -> None:
    budget = RetryBudget(0)
    backend = Backend(Clock(), failures=0)
    assert ask(backend, budget=budget) == "done", (
        "The first try is no retry: it goes out even with an empty budget."
    )


def test_an_outage_gets_a_tenth_more() -> None:
    clock, budget = Clock(), RetryBudget()
    backend = Backend(clock, failures=10**9, takes=1)
    for _ in range(1_000):
        ask(backend, clock.now + 1_000, budget)
    retries = len(backend.told) - 1_000
    assert retries <= 110, (
        "An outage gets a tenth more, not three times as much: 1,000 calls "
        f"pay for 100 retries, and 10 were saved. Here {retries} were sent."
    )
    assert retries >= 105, (
        "What is paid may be used: 1,000 calls pay for 100 retries, and 10 "
        f"were saved. Here {retries} were sent."
    )
    assert clock.now < 1_000 * 1 + 110 * 30, (
        "Without a retry there is nothing to wait for: give up at once."
    )


def test_calls_share_the_budget_of_their_hop() -> None:
    budget = RetryBudget(2 * PRICE)
    tries = []
    for _ in range(4):
        backend = Backend(Clock(), failures=99)
        assert ask(backend, budget=budget) == "gave up", (
            "Without a retry to spend the call gives up, for good."
        )
        tries.append(len(backend.told))
    assert tries == [3, 1, 1, 1], (
        "The budget is shared: the first call spends it, the others try once."
    )
