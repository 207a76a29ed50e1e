from itertools import combinations, permutations, product

from snippets.consistency.causal_checker import (
    HISTORY,
    Op,
    contradiction,
    parse,
    view,
)
from snippets.consistency.history_checker import Op as Timed
from snippets.consistency.history_checker import legal_order


def legal(order: tuple[Op, ...]) -> bool:
    held: dict[str, str] = {}
    for op in order:
        if op[4] == "read" and held.get(op[2], "0") != op[3]:
            return False
        held[op[2]] = op[3]
    return True


def must_precede(one: Op, two: Op, ops: list[Op]) -> bool:
    """By a chain of program order and reads."""

    def direct(a: Op, b: Op) -> bool:
        mine = a[1] == b[1] and a[0] < b[0]
        return mine or (a[4] == "write" and b[4] == "read" and a[2:4] == b[2:4])

    reached, grown = {b for b in ops if direct(one, b)}, True
    while grown:
        new = {b for a in reached for b in ops if direct(a, b)} - reached
        grown, reached = bool(new), reached | new
    return two in reached


def brute_force(who: str, ops: list[Op]) -> bool:
    if any(must_precede(op, op, ops) for op in ops):
        return False
    shown = [op for op in ops if op[4] == "write" or op[1] == who]
    return any(
        legal(order)
        and not any(must_precede(b, a, ops) for a, b in combinations(order, 2))
        for order in permutations(shown)
    )


def histories() -> list[list[Op]]:
    """Two writers of one register and a client that reads up to twice."""
    text = []
    asked = ["x 1 read", "x 2 read", "x 0 read", "y 3 write", "y 3 read", ""]
    for one, two, three, four in product(asked, repeat=4):
        lines = ["ada x 1 write", f"ada {one}", f"bob {two}", "bob x 2 write"]
        lines += [f"cyd {three}", f"cyd {four}"]
        if sum("y 3 write" in line for line in lines) < 2:
            text.append("\n".join(s for s in lines if len(s.split()) > 1))
    return [parse(history) for history in text]


def test_agrees_with_all_permutations() -> None:
    answers = {True: 0, False: 0}
    for ops in histories()[::3]:
        for who in ("ada", "bob", "cyd"):
            order = view(who, ops)
            assert (order is not None) == brute_force(who, ops), (who, ops)
            answers[order is not None] += 1
    assert min(answers.values()) > 50


def with_its_writes(ops: tuple[Op, ...], whole: list[Op]) -> bool:
    """Each value that is read has its write beside it."""
    read = {op[2:4] for op in ops if op[4] == "read"}
    return all(
        op in ops for op in whole if op[4] == "write" and op[2:4] in read
    )


def test_nothing_can_be_left_out_of_a_contradiction() -> None:
    sizes = set()
    for ops in histories()[::3]:
        for who in ("ada", "bob", "cyd"):
            if view(who, ops) is not None:
                continue
            wrong = contradiction(who, ops)
            assert with_its_writes(tuple(wrong), ops)
            assert not brute_force(who, wrong)
            for n in range(len(wrong)):
                for some in combinations(wrong, n):
                    if with_its_writes(some, ops):
                        assert brute_force(who, list(some)), (who, ops)
            sizes.add(len(wrong))
    assert {3, 5} <= sizes


def test_the_contradiction_of_the_reply_needs_no_photo() -> None:
    ops = parse(HISTORY)
    photo = (1, "ada", "photo", "1", "write")
    assert contradiction("cyd", ops) == [op for op in ops if op != photo]


def test_a_value_that_nobody_wrote_contradicts_alone() -> None:
    ops = parse("ada x 1 write\nbob x 1 read\nbob x 7 read")
    assert contradiction("bob", ops) == ops[2:]


def test_what_is_sequential_is_causal() -> None:
    differ = 0
    for ops in histories():
        timed = [Timed(2 * op[0], 2 * op[0] + 1, *op[1:]) for op in ops]
        clients = {op[1] for op in ops}
        causal = all(view(who, ops) is not None for who in clients)
        if legal_order(frozenset(timed), clock=False) is not None:
            assert causal, ops
        else:
            differ += causal
    assert differ > 0


def test_a_reply_without_its_post_has_no_order() -> None:
    ops = parse(HISTORY)
    assert view("cyd", ops) is None
    assert view("ada", ops) is not None
    assert view("bob", ops) is not None


def test_two_readers_may_disagree_about_concurrent_writes() -> None:
    text = (
        "ada x 1 write\nbob x 2 write\ncyd x 1 read\ncyd x 2 read\n"
        "dan x 2 read\ndan x 1 read"
    )
    ops = parse(text)
    assert all(view(who, ops) is not None for who in ("cyd", "dan"))
    timed = [Timed(2 * op[0], 2 * op[0] + 1, *op[1:]) for op in ops]
    assert legal_order(frozenset(timed), clock=False) is None


def test_nobody_reads_the_future() -> None:
    ops = parse("ada x 1 read\nada x 1 write")
    assert view("ada", ops) is None
