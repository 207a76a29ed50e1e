from itertools import product

import pytest

from snippets.consistency.cap_rules import (
    HISTORIES,
    NODES,
    REFUSE,
    RULES,
    VALUES,
    Rule,
    is_available,
    is_linearizable,
)

LOCAL: dict[str, Rule] = {"A": (True, "old", "A"), "B": (True, "old", "B")}
NOTHING: Rule = (False, REFUSE, REFUSE)


def always(rules: dict[str, Rule]) -> bool:
    return all(is_linearizable(rules, history) for history in HISTORIES)


def test_no_rule_that_answers_all_is_linearizable() -> None:
    available = [rule for rule in RULES if is_available(rule)]
    assert len(available) == len(VALUES) ** 2
    for pair in product(available, repeat=2):
        assert not always(dict(zip(NODES, pair, strict=True)))


def test_two_histories_are_enough_for_the_proof() -> None:
    available = [rule for rule in RULES if is_available(rule)]
    proof = [(("B", "read"),), (("A", "write"), ("B", "read"))]
    for pair in product(available, repeat=2):
        rules = dict(zip(NODES, pair, strict=True))
        assert not all(is_linearizable(rules, history) for history in proof)


def test_each_serving_its_own_copy_gives_an_old_value() -> None:
    assert is_linearizable(LOCAL, (("A", "write"), ("A", "read")))
    assert not is_linearizable(LOCAL, (("A", "write"), ("B", "read")))


@pytest.mark.parametrize(
    "rules",
    [
        {"A": LOCAL["A"], "B": NOTHING},
        dict.fromkeys(NODES, (False, "old", "old")),
        dict.fromkeys(NODES, (True, REFUSE, REFUSE)),
        dict.fromkeys(NODES, NOTHING),
    ],
    ids=["one side", "reads only", "writes only", "nothing"],
)
def test_a_rule_that_refuses_something_may_be(rules: dict[str, Rule]) -> None:
    assert always(rules)


def test_one_refusal_is_not_always_enough() -> None:
    rules: dict[str, Rule] = {"A": LOCAL["A"], "B": (False, "old", "old")}
    assert not always(rules)


def test_reads_are_judged_by_the_last_write() -> None:
    history = (("A", "write"), ("B", "write"), ("A", "read"))
    assert not is_linearizable(LOCAL, history)
    assert is_linearizable(LOCAL, (*history[:2], ("B", "read")))
