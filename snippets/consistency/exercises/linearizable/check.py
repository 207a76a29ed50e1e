"""What a checker of linearizability promises."""

from collections.abc import Iterator
from itertools import combinations, permutations, product
from math import inf

from solution import Operation, linearize


def op(client: str, start: float, end: float, what: str) -> Operation:
    kind, _, value = what.partition(" ")
    return Operation(start, end, client, kind, int(value) if value else None)


def legal(order: list[Operation]) -> bool:
    held: int | None = 0
    for one in order:
        if one.kind == "read" and one.value != held:
            return False
        held = one.value
    return True


def keeps_time(order: list[Operation]) -> bool:
    return not any(b.end < a.start for a, b in combinations(order, 2))


def explained(order: list[Operation] | None, why: str) -> None:
    assert order is not None, f"{why} There is an order; got None."
    assert legal(order), f"{why} A read misses the last write in {order}."
    assert keeps_time(order), (
        "What ended before another one began comes before it. "
        f"Not so in {order}."
    )


def test_an_empty_history_has_an_order() -> None:
    got = linearize([])
    assert got == [], (
        f"A history without operations has an order: the empty one. Got {got}."
    )


def test_the_register_holds_0_at_first() -> None:
    explained(linearize([op("ada", 0, 1, "read 0")]), "It holds 0 at first.")


def test_an_old_value_after_the_write_is_refused() -> None:
    got = linearize([op("ada", 0, 1, "write 1"), op("bob", 2, 3, "read 0")])
    assert got is None, (
        "What ended before another one began comes before it. "
        f"The write had ended when the read of 0 began; got {got}."
    )


def test_what_overlaps_may_be_swapped() -> None:
    why = "What overlaps may take effect in the order of the ends."
    explained(
        linearize([op("ada", 0, 3, "write 1"), op("bob", 1, 2, "read 0")]), why
    )
    why = "What overlaps may take effect in the order of the starts."
    explained(
        linearize([op("ada", 0, 3, "write 1"), op("bob", 1, 2, "read 1")]), why
    )


def test_times_that_touch_overlap() -> None:
    explained(
        linearize([op("ada", 0, 1, "write 1"), op("bob", 1, 2, "read 0")]),
        "Times that touch overlap.",
    )


def test_a_write_without_an_answer_may_have_happened() -> None:
    explained(
        linearize([op("ada", 0, inf, "write 1"), op("bob", 5, 6, "read 1")]),
        "A write without an answer may have taken effect.",
    )


def test_a_write_without_an_answer_need_not_have_happened() -> None:
    explained(
        linearize([op("ada", 0, inf, "write 1"), op("bob", 5, 6, "read 0")]),
        "A write without an answer may take effect late, or never.",
    )


def test_no_write_takes_effect_before_it_begins() -> None:
    got = linearize([op("bob", 0, 1, "read 1"), op("ada", 2, inf, "write 1")])
    assert got is None, (
        "No write takes effect before it begins, answered or not. "
        f"The read of 1 had ended before; got {got}."
    )


def test_a_read_without_an_answer_says_nothing() -> None:
    explained(
        linearize([op("ada", 0, inf, "read"), op("bob", 1, 2, "read 0")]),
        "A read without an answer says nothing.",
    )


def test_a_first_choice_may_be_wrong() -> None:
    history = [
        op("ada", 0, 9, "write 1"),
        op("bob", 1, 8, "write 2"),
        op("cyd", 2, 3, "read 2"),
        op("dan", 4, 5, "read 1"),
    ]
    explained(linearize(history), "A first choice may be wrong: go back.")


def brute_force(history: list[Operation]) -> bool:
    done = [one for one in history if one.end < inf]
    unanswered = [o for o in history if o.end == inf and o.kind == "write"]
    return any(
        legal(list(order)) and keeps_time(list(order))
        for n in range(len(unanswered) + 1)
        for some in combinations(unanswered, n)
        for order in permutations([*done, *some])
    )


def histories() -> Iterator[list[Operation]]:
    spans = [(0, 1), (0, 3), (1, 2), (2, 4), (3, 5), (0, inf), (2, inf)]
    asked = ["write 1", "write 2", "read 0", "read 1", "read 2"]
    for times in combinations(spans, 3):
        for chosen in product(asked, repeat=3):
            pairs = zip("abc", times, chosen, strict=True)
            yield [op(who, *time, what) for who, time, what in pairs]


def test_agrees_with_all_permutations() -> None:
    for history in histories():
        if any(o.kind == "read" and o.end == inf for o in history):
            continue
        got = linearize(list(history))
        assert (got is not None) == brute_force(history), (
            "It must agree with the search through all permutations. "
            f"For {history} got {got}."
        )
        if got is not None:
            explained(got, "The order must explain the history.")
            answered = {o for o in history if o.end < inf}
            assert answered <= set(got) <= set(history), (
                f"All that was answered is in the order, once: {got}."
            )
            assert len(got) == len(set(got)), f"Each at most once: {got}."


def test_a_client_may_come_back() -> None:
    history = [
        op("ada", 0, 2, "write 2"),
        op("bob", 0, 2, "read 0"),
        op("ada", 3, 6, "write 1"),
        op("bob", 3, 7, "read 2"),
    ]
    explained(
        linearize(history),
        "What is left is operations, not clients: one may have several.",
    )


def test_what_was_done_does_not_say_what_is_held() -> None:
    history = [
        op("ada", 0, 9, "write 1"),
        op("bob", 0, 9, "write 2"),
        op("cyd", 10, 11, "read 1"),
    ]
    explained(
        linearize(history),
        "After the same operations the register may hold another value.",
    )


class Counted(int):
    """A value that counts how often it is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        type(self).compared += 1
        assert self.compared < 50_000, (
            "A state that has failed must not be searched again. "
            "Nine writes at a time, and 50,000 comparisons were not enough."
        )
        return int(self) == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(int(self))


def test_nine_at_a_time_are_no_trouble() -> None:
    Counted.compared = 0
    history = [op(f"c{n}", 0, 9, f"write {n}") for n in range(9)]
    got = linearize([*history, Operation(0, 9, "bob", "read", Counted(17))])
    assert got is None, f"Nobody wrote 17; got {got}."
    explained(
        linearize([*history, op("bob", 10, 11, "read 4")]),
        "Nine writes at a time, and any of them may be the last.",
    )
