import pytest

from snippets.databases.payment_crash import PLANS, after_crash


def ends(plan: str) -> set[tuple[int, int]]:
    request, relay = PLANS[plan]
    steps = len(request) + len(relay)
    return {after_crash(plan, done) for done in range(steps + 1)}


@pytest.mark.parametrize("plan", PLANS)
def test_without_a_crash_there_is_an_order_and_a_charge(plan: str) -> None:
    request, relay = PLANS[plan]
    assert after_crash(plan, len(request) + len(relay)) == (1, 1)


def test_a_rollback_leaves_the_charge_and_the_retry_adds_one() -> None:
    assert ends("charge, then commit") == {(1, 1), (1, 2)}
    assert after_crash("charge, then commit", 2) == (1, 2)


def test_a_crash_behind_the_commit_forgets_the_charge() -> None:
    assert ends("commit, then charge") == {(1, 1), (1, 0)}


def test_an_outbox_alone_charges_at_least_once() -> None:
    assert ends("outbox, no key") == {(1, 1), (1, 2)}


def test_outbox_and_key_end_alike_after_each_crash() -> None:
    assert ends("outbox and key") == {(1, 1)}
