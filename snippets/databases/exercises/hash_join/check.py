"""What a hash join promises, whatever the keys and values are."""

from collections.abc import Hashable, Iterator
from gc import collect
from itertools import islice
from random import Random
from weakref import ref

import pytest
from solution import hash_join

type Row = tuple[Hashable, object]
type Pairs = list[tuple[object, object]]


def nested_loop(left: list[Row], right: list[Row], *, outer: bool) -> Pairs:
    """The definition: look at every pair."""
    pairs: Pairs = []
    for key, value in left:
        found = [
            partner
            for other, partner in right
            if key is not None and key == other
        ]
        pairs += [(value, partner) for partner in found]
        if outer and not found:
            pairs.append((value, None))
    return pairs


def joined(left: list[Row], right: list[Row], *, outer: bool = False) -> Pairs:
    """All pairs, of sides that can be read once; at most 10,000."""
    pairs = hash_join(iter(left), iter(right), outer=outer)
    return list(islice(pairs, 10_000))


ORDERS: list[Row] = [(1, "order 101"), (1, "order 102"), (None, "order 103")]
CUSTOMERS: list[Row] = [(1, "ada"), (2, "bob")]


def test_rows_with_equal_keys_are_pairs() -> None:
    pairs = joined([(1, "order 101")], CUSTOMERS)
    assert pairs == [("order 101", "ada")], (
        "A row on the left and one on the right with equal keys are a pair of "
        f"their values: {pairs}."
    )


def test_each_partner_makes_a_pair() -> None:
    pairs = joined([(1, "ada")], [(1, "order 101"), (1, "order 102")])
    assert pairs == [("ada", "order 101"), ("ada", "order 102")], (
        "A key may stand in several rows of the right side. Each is a "
        f"partner, in their order: hold a list per key. Got {pairs}."
    )


def test_two_times_two_rows_are_four_pairs() -> None:
    pairs = joined([(1, "a"), (1, "b")], [(1, "x"), (1, "y")])
    assert pairs == [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")], (
        "Two rows of a key on the left and two on the right are four pairs. "
        f"A partner that was found may be found again. Got {pairs}."
    )


def test_null_has_no_partner() -> None:
    pairs = joined([(None, "order 103")], [(None, "guest"), (1, "ada")])
    assert pairs == [], (
        "NULL equals nothing, not even NULL. Two rows without a key are no "
        f"pair: {pairs}."
    )


def test_an_inner_join_drops_what_has_no_partner() -> None:
    pairs = joined([(3, "order 104"), *ORDERS], CUSTOMERS)
    assert pairs == [("order 101", "ada"), ("order 102", "ada")], (
        f"Without `outer` a left row without a partner is dropped. Got {pairs}."
    )


def test_a_left_join_keeps_what_has_no_partner() -> None:
    pairs = joined(CUSTOMERS, ORDERS, outer=True)
    assert pairs[-1:] == [("bob", None)], (
        "With `outer` a left row without a partner comes once, with None. "
        f"Got {pairs}."
    )
    assert pairs[:-1] == [("ada", "order 101"), ("ada", "order 102")], (
        f"A left row that has partners comes with them alone. Got {pairs}."
    )


def test_a_left_join_keeps_a_row_without_a_key() -> None:
    pairs = joined(ORDERS, [*CUSTOMERS, (None, "nobody")], outer=True)
    assert pairs[2:] == [("order 103", None)], (
        "With `outer` a left row whose key is NULL is kept as well. It has no "
        f"partner, so it comes with None. Got {pairs}."
    )


@pytest.mark.parametrize("outer", [False, True])
def test_a_partner_may_have_the_value_none(outer: bool) -> None:
    pairs = joined([(1, "ada")], [(1, None), (1, 0)], outer=outer)
    assert pairs == [("ada", None), ("ada", 0)], (
        "A partner whose value is None or 0 is a partner. Ask whether there "
        f"are rows, not whether a value is true: {pairs}."
    )


@pytest.mark.parametrize("key", [0, "", False, (), frozenset()], ids=repr)
def test_any_key_but_none_can_match(key: Hashable) -> None:
    pairs = joined([(key, "left")], [(key, "right")])
    assert pairs == [("left", "right")], (
        f"Only None is NULL. The key {key!r} equals itself: {pairs}."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, "1"), ("a", "A"), ("a", "a "), (-1, -2)],  # the last share a hash
    ids=repr,
)
def test_keys_that_look_alike_are_not_equal(
    one: Hashable, other: Hashable
) -> None:
    pairs = joined([(one, "left")], [(other, "right")])
    assert pairs == [], (
        "Keys that look alike, or share a hash, are not equal. Use the key "
        f"itself: {one!r} and {other!r} gave {pairs}."
    )


@pytest.mark.parametrize("outer", [False, True])
def test_equal_rows_are_as_many_rows_as_they_are(outer: bool) -> None:
    left: list[Row] = [(1, "ada"), (1, "ada"), (2, "bob"), (2, "bob")]
    pairs = joined(left, [(1, "tea"), (1, "tea")], outer=outer)
    expected = [("ada", "tea")] * 4 + [("bob", None)] * (2 if outer else 0)
    assert pairs == expected, (
        "Two rows that are equal are two rows, on either side. A join has no "
        f"DISTINCT. Got {pairs}."
    )


def test_pairs_come_in_the_order_of_the_left_side() -> None:
    left: list[Row] = [(2, "b"), (1, "a"), (3, "c"), (2, "d")]
    pairs = joined(left, [(1, "x"), (2, "y")], outer=True)
    expected = [("b", "y"), ("a", "x"), ("c", None), ("d", "y")]
    assert pairs == expected, (
        "Pairs come in the order of the left side. A row without a partner "
        f"stands among the others. Got {pairs}."
    )


def test_the_left_side_is_read_row_by_row() -> None:
    read = 0

    def left() -> Iterator[tuple[int, str]]:
        nonlocal read
        for number in range(1_000):
            read += 1
            yield number, f"order {number}"

    pairs = hash_join(left(), [(0, "ada"), (1, "bob")])
    next(pairs, None)
    assert read == 1, (
        "The first pair is there after one row of the left side. Who holds "
        f"both sides needs memory for both: {read} rows were read."
    )


class Value:
    """Something that a row holds."""


@pytest.mark.parametrize("outer", [False, True])
def test_what_can_not_be_found_is_not_held(outer: bool) -> None:
    rows = [(None, Value()), (1, Value())]
    guest = ref(rows[0][1])

    def right() -> Iterator[tuple[int | None, Value]]:
        while rows:
            yield rows.pop(0)

    pairs = hash_join([(1, "ada"), (1, "bob")], right(), outer=outer)
    next(pairs, None)
    collect()
    assert guest() is None, (
        "A right row whose key is NULL is never found: do not hold it. There "
        "may be more guests than customers."
    )


def test_a_look_up_adds_nothing() -> None:
    rows = [(Key(7), "bob"), (Key(1), "ada"), (Key(1), "ada")]
    stranger = ref(rows[0][0])

    def left() -> Iterator[tuple[Key, str]]:
        while rows:
            yield rows.pop(0)

    pairs = hash_join(left(), [(Key(1), "order 101")])
    next(pairs, None)  # goes on to the rows of ada
    collect()
    assert stranger() is None, (
        "A key that was looked up and not found is not held. `held[key]` of a "
        "defaultdict makes an entry for it, so the table grows with the left "
        "side: ask by `get`."
    )


class Key:
    """A key that counts how often it is compared."""

    compared = 0

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        Key.compared += 1
        return isinstance(other, Key) and self.number == other.number

    def __hash__(self) -> int:
        return hash(self.number)


@pytest.mark.parametrize("outer", [False, True])
def test_a_row_is_looked_up_and_not_compared_with_all(outer: bool) -> None:
    left: list[Row] = [(Key(n), n) for n in range(300)]
    right: list[Row] = [(Key(n % 100), n) for n in range(300)]
    Key.compared = 0
    pairs = joined(left, right, outer=outer)
    compared = Key.compared
    assert len(pairs) == (500 if outer else 300), "All pairs are found."
    assert compared <= 4 * 600, (
        "A row is looked up, and not compared with all. For 300 rows and 300 "
        f"rows keys were compared {compared} times."
    )


@pytest.mark.parametrize("outer", [False, True])
def test_it_finds_what_a_nested_loop_finds(outer: bool) -> None:
    rng = Random(7)
    for _ in range(200):
        left, right = (
            [
                (rng.choice([None, 0, 1, 2, "a"]), f"{side}{n}")
                for n in range(rng.randrange(7))
            ]
            for side in "lr"
        )
        pairs = joined([*left], [*right], outer=outer)
        expected = nested_loop([*left], [*right], outer=outer)
        assert pairs == expected, (
            f"Left {left} and right {right}, outer={outer}, gave {pairs}. "
            f"Looking at every pair gives {expected}."
        )
