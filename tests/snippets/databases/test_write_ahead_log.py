from collections import Counter

import pytest

from snippets.databases.write_ahead_log import (
    PAGE_FIRST,
    PLANS,
    RIGHT,
    STATES,
    Record,
    outcome,
    recover,
)

BOTH = "redo, undo"
LOG: list[Record] = [
    ("ada", 100, 70),
    ("bob", 50, 80),
    ("commit", 0, 1),
    ("cyd", 20, 10),
    ("bob", 80, 90),
]


def ends(plan: str) -> Counter[str]:
    text, how = PLANS[plan]
    steps = text.split()
    return Counter(outcome(steps[:n], how) for n in range(len(steps) + 1))


def test_the_right_order_is_right_after_each_crash() -> None:
    assert ends("the rule") == {"right": len(RIGHT.split()) + 1}


def test_an_early_acknowledgement_loses_what_it_promised() -> None:
    assert ends("acknowledge, then flush") == {"right": 16, "lost": 2}


def test_a_page_before_its_record_leaves_a_half_that_nothing_undoes() -> None:
    assert ends("page, then its record") == {"right": 17, "half": 1}
    steps = PAGE_FIRST.split()
    assert outcome(steps[: steps.index("cyd") + 1], BOTH) == "half"


@pytest.mark.parametrize("plan", ["no redo", "no undo"])
def test_the_right_order_needs_both_passes(plan: str) -> None:
    assert ends(plan)["half"] > 0


def test_without_redo_an_acknowledged_commit_is_lost() -> None:
    assert ends("no redo")["lost"] == 1
    assert ends("no undo")["lost"] == 0


def test_each_plan_has_the_same_steps() -> None:
    assert len({tuple(sorted(text.split())) for text, _ in PLANS.values()}) == 1


@pytest.mark.parametrize("records", range(len(LOG) + 1))
def test_recovery_may_be_interrupted_and_run_again(records: int) -> None:
    log = LOG[:records]
    expected = STATES[1] if records >= 3 else STATES[0]
    # Pages in any mixture of states that the log explains.
    for stolen in range(records + 1):
        pages = STATES[0].copy()
        pages |= {n: new for n, _, new in log[:stolen] if n != "commit"}
        for _ in range(2):
            recover(pages, log, BOTH)
            assert pages == expected
