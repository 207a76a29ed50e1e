from itertools import product

import pytest

from snippets.databases.saga import STEPS, after_crashes, saga


@pytest.mark.parametrize("refused", ["nothing", *STEPS])
def test_it_ends_with_all_or_nothing_however_often_it_crashes(
    refused: str,
) -> None:
    expected = set(STEPS) if refused == "nothing" else set()
    for crashes in product(range(10), repeat=3):
        assert after_crashes(refused, crashes) == expected


def test_compensations_come_in_reverse() -> None:
    log: list[str] = []
    for _ in saga(log, set(), STEPS[2]):
        pass
    assert log == [
        *STEPS[:2],
        "give up",
        f"no {STEPS[1]}",
        f"no {STEPS[0]}",
    ]


def test_others_see_the_halves() -> None:
    log: list[str] = []
    held: set[str] = set()
    seen = [len(held) for _ in saga(log, held, STEPS[2])]
    assert max(seen) == 2
    assert seen[-1] == 0


def test_a_decision_to_give_up_stays() -> None:
    log, held = [STEPS[0], "give up"], {STEPS[0]}
    for _ in saga(log, held, "nothing"):
        pass
    assert held == set()


def test_a_finished_saga_does_nothing() -> None:
    assert list(saga(list(STEPS), set(), "nothing")) == []
