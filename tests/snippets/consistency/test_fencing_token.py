from collections.abc import Sequence
from random import Random

import pytest

from snippets.consistency import fencing_token
from snippets.consistency.fencing_token import RULES, run


class Script(Random):
    """Chooses as it was told, then the first; notes how many there were."""

    def __init__(self, told: list[int]) -> None:
        super().__init__()
        self.told = told
        self.counts: list[int] = []

    def choice[T](self, seq: Sequence[T]) -> T:  # type: ignore[override]
        at = len(self.counts)
        self.counts.append(len(seq))
        self.told += [0] * (at + 1 - len(self.told))
        return seq[self.told[at]]


def all_schedules(rule: str) -> list[int]:
    """How many additions each schedule of two clients loses."""
    lost, told = [], list[int]()
    while True:
        script = Script(told)
        lost.append(run(rule, script)[0])
        while told and told[-1] + 1 == script.counts[len(told) - 1]:
            told.pop()
        if not told:
            return lost
        told[-1] += 1


def test_no_schedule_of_two_loses_anything_if_both_show_the_token() -> None:
    lost = all_schedules("token at read and write")
    assert len(lost) == 410
    assert not any(lost)


def test_without_a_token_280_of_616_schedules_lose_something() -> None:
    lost = all_schedules("no token")
    assert (sum(map(bool, lost)), len(lost)) == (280, 616)


@pytest.mark.parametrize("rule", list(RULES)[1:3])
def test_each_other_rule_has_a_schedule_that_loses(rule: str) -> None:
    assert any(all_schedules(rule))


def test_none_of_100_000_schedules_of_three_loses_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fencing_token, "CLIENTS", ["ada", "bob", "cyd"])
    rng = Random(2)
    rule = "token at read and write"
    assert not any(run(rule, rng)[0] for _ in range(100_000))


def test_without_an_expiry_no_rule_loses_anything() -> None:
    class NoExpiry(Random):
        def choice[T](self, seq: Sequence[T]) -> T:  # type: ignore[override]
            return seq[0]

    for rule in RULES:
        lost, way = run(rule, NoExpiry())
        assert lost == 0
        assert way[0] == "ada locks"
        assert way[-1] == "bob frees"


def test_who_asks_loses_between_the_answer_and_the_write() -> None:
    rng = Random(1)
    for _ in range(2_000):
        lost, way = run("asks before it writes", rng)
        if lost:
            break
    assert lost == 1
    assert "lock expires" in way
