import pytest

from snippets.caching.transactional_outbox import PLANS, after_crash

NONE, MARK_FIRST, OUTBOX = PLANS


def steps(plan: str) -> list[str]:
    writer, relay = PLANS[plan]
    return [*writer, *relay]


def stale_after(plan: str) -> list[str]:
    return [
        step
        for done, step in enumerate(steps(plan), start=1)
        if after_crash(plan, done)[0]
    ]


def test_without_an_outbox_a_crash_after_the_commit_loses_the_delete() -> None:
    assert stale_after(NONE) == ["commit"]


def test_a_relay_that_marks_first_loses_an_event_too() -> None:
    assert stale_after(MARK_FIRST) == ["mark"]


def test_a_relay_that_marks_last_loses_none_and_may_repeat_one() -> None:
    assert stale_after(OUTBOX) == []
    deletes = [after_crash(OUTBOX, done)[1] for done in range(6)]
    assert deletes == [0, 0, 0, 1, 2, 1]


@pytest.mark.parametrize("plan", PLANS)
def test_without_a_crash_every_plan_deletes_once(plan: str) -> None:
    assert after_crash(plan, len(steps(plan))) == (False, 1)


@pytest.mark.parametrize("plan", PLANS)
def test_a_crash_before_the_commit_changes_nothing(plan: str) -> None:
    assert after_crash(plan, 0) == after_crash(plan, 1) == (False, 0)
