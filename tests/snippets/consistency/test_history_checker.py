from collections.abc import Iterator
from itertools import combinations, permutations, product

import pytest

from snippets.consistency import read_rules
from snippets.consistency.history_checker import (
    Op,
    contradiction,
    legal_order,
    parse,
)

INF = float("inf")


def legal(order: tuple[Op, ...]) -> bool:
    held: dict[str, str] = {}
    for op in order:
        if op.what == "read" and held.get(op.key, "0") != op.value:
            return False
        held[op.key] = op.value
    return True


def keeps(order: tuple[Op, ...], clock: bool) -> bool:
    """No operation stands before one that has to come first."""
    return not any(
        two.start < one.start if one.who == two.who else two.end < one.start
        for one, two in combinations(order, 2)
        if clock or one.who == two.who
    )


def brute_force(ops: list[Op], clock: bool) -> bool:
    """All permutations; what got no answer may be left out."""
    done = [op for op in ops if op.end < INF]
    open_ = [op for op in ops if op.end == INF]
    return any(
        keeps(order, clock) and legal(order)
        for n in range(len(open_) + 1)
        for some in combinations(open_, n)
        for order in permutations([*done, *some])
    )


ASKED = [("x", "1", "write"), ("x", "2", "write")]
ASKED += [("x", value, "read") for value in "012"]


def one_client_each() -> Iterator[list[Op]]:
    """Three clients, one operation each, in all orders of starts and ends."""
    timings = {
        tuple(sorted((p[2 * i], p[2 * i + 1]) for i in range(3)))
        for p in permutations(range(6))
        if p[0] < p[1] and p[2] < p[3] and p[4] < p[5]
    }
    for spans, asked in product(sorted(timings), product(ASKED, repeat=3)):
        whole = zip("abc", spans, asked, strict=True)
        ops = [Op(*span, who, *what) for who, span, what in whole]
        yield ops
        # And the last to end without an answer, if it writes.
        last = max(ops, key=lambda op: op.end)
        if last.what == "write":
            yield [op._replace(end=INF) if op is last else op for op in ops]


def two_clients() -> Iterator[list[Op]]:
    """Two clients, two operations each, on two registers, at all times."""
    asked = [(k, "1", "write") for k in "xy"]
    asked += [(k, value, "read") for k in "xy" for value in "01"]
    spans = [(0, 3, 1, 2), (0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 4, 5)]
    for s, chosen in product(spans, product(asked, repeat=4)):
        yield [
            Op(s[0], s[1], "a", *chosen[0]),
            Op(s[1] + 5, s[1] + 6, "a", *chosen[1]),
            Op(s[2], s[3], "b", *chosen[2]),
            Op(s[3] + 5, s[3] + 7, "b", *chosen[3]),
        ]


@pytest.mark.parametrize("clock", [True, False])
def test_agrees_with_all_permutations(clock: bool) -> None:
    answers = {True: 0, False: 0}
    for ops in [*one_client_each(), *two_clients()]:
        order = legal_order(frozenset(ops), clock)
        assert (order is not None) == brute_force(ops, clock), ops
        if order is not None:
            assert sorted(order) == sorted(ops)
            assert keeps(tuple(order), clock)
            assert legal(tuple(order))
        answers[order is not None] += 1
    assert min(answers.values()) > 1000


@pytest.mark.parametrize("clock", [True, False])
def test_a_contradiction_is_one_and_no_smaller_one_exists(clock: bool) -> None:
    for ops in one_client_each():
        wrong = contradiction(ops, clock)
        assert bool(wrong) != brute_force(ops, clock)
        for n in range(len(wrong)):
            for some in combinations(ops, n):
                values = {op.value for op in some}
                if not any(
                    op.what == "write" and op.value in values and op not in some
                    for op in ops
                ):
                    assert brute_force(list(some), clock)


def test_what_is_linearizable_is_sequential() -> None:
    reverse_fails = 0
    for ops in [*one_client_each(), *two_clients()]:
        sequential = legal_order(frozenset(ops), clock=False) is not None
        linearizable = legal_order(frozenset(ops), clock=True) is not None
        assert sequential or not linearizable
        reverse_fails += sequential and not linearizable
    assert reverse_fails > 0


def test_points_lie_between_start_and_end() -> None:
    for ops in one_client_each():
        order = legal_order(frozenset(ops), clock=True) or []
        for n, op in enumerate(order, start=1):
            assert op.start <= max(order[:n]).start <= op.end


def test_a_write_without_an_answer_may_have_happened_or_not() -> None:
    text = "ada 0-? x 1 write\nbob 1-2 x {} read\ncyd 3-4 x {} read"
    for first, second, fine in [(0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 0, 0)]:
        ops = frozenset(parse(text.format(first, second)))
        assert (legal_order(ops, clock=True) is not None) == fine


def test_a_read_without_an_answer_says_nothing() -> None:
    assert parse("ada 0-? x ? read") == []


@pytest.mark.parametrize("second", ["1-2", "8-12", "0-9", "3-?"])
def test_one_client_does_one_thing_at_a_time(second: str) -> None:
    for lines in permutations(["ada 0-9 x 1 write", f"ada {second} x 1 read"]):
        with pytest.raises(ValueError, match=r"^ada .*: ada does one thing at"):
            parse("\n".join(lines))


def test_one_clients_times_may_touch() -> None:
    for lines in permutations(["ada 0-1 x 1 write", "ada 1-2 x 1 read"]):
        assert len(parse("\n".join(lines))) == 2


def test_nothing_contradicts_nothing() -> None:
    assert legal_order(frozenset(parse("")), clock=True) == []


def test_times_that_touch_overlap() -> None:
    ops = parse("ada 0-1 x 1 write\nbob 1-2 x 0 read")
    assert legal_order(frozenset(ops), clock=True) is not None


def test_twelve_at_a_time_are_judged() -> None:
    lines = [f"c{i} 0-9 x {i % 3} write" for i in range(12)]
    ops = parse("\n".join([*lines, "bob 0-9 x 7 read"]))
    assert legal_order(frozenset(ops), clock=True) is None


@pytest.mark.parametrize(
    ("history", "fine"),
    [
        (read_rules.one_write(), False),
        (read_rules.in_flight(write_back=False), False),
        (read_rules.in_flight(write_back=True), True),
        (read_rules.old_master(asks_majority=False), False),
        (read_rules.old_master(asks_majority=True), True),
    ],
)
def test_judges_the_stories_of_the_read_rules(
    history: list[str], fine: bool
) -> None:
    ops = frozenset(parse("\n".join(history)))
    assert (legal_order(ops, clock=True) is not None) == fine
