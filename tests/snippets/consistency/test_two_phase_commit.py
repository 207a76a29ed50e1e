import pytest

from snippets.consistency.two_phase_commit import (
    ABORTED,
    COMMITTED,
    STEPS,
    after,
    ask,
    guess,
)

CRASHES = range(len(STEPS))


def test_between_the_promises_and_the_first_word_both_wait() -> None:
    waits = [i for i in CRASHES if "wait" in ask(after(i), [0, 1])]
    assert [STEPS[i] for i in waits] == ["notes commit", "commits A"]


def test_with_the_only_one_that_was_told_down_the_other_waits() -> None:
    at = STEPS.index("commits B")
    assert ask(after(at), [0, 1]) == [COMMITTED, COMMITTED]
    assert ask(after(at), [1]) == ["down", "wait"]


@pytest.mark.parametrize("reachable", [[0], [1], [0, 1]])
def test_who_asks_never_ends_otherwise_than_the_other(
    reachable: list[int],
) -> None:
    for i in CRASHES:
        known = after(i)
        ends = {*ask(known, reachable), *known}
        assert not {COMMITTED, ABORTED} <= ends


@pytest.mark.parametrize("outcome", [COMMITTED, ABORTED])
def test_each_guess_tears_a_transaction_apart(outcome: str) -> None:
    assert any(
        {COMMITTED, ABORTED} <= {*guess(after(i), outcome)} for i in CRASHES
    )


def test_nobody_waits_before_it_has_promised() -> None:
    assert ask(after(0), [0]) == [ABORTED, "down"]
    assert ask(after(1), [1]) == ["down", ABORTED]
    assert ask(after(1), [0]) == ["wait", "down"]
