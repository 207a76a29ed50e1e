from itertools import combinations, product
from random import Random

import pytest

from snippets.databases.lossless_join import Columns, Rule, lossless


def sets(text: str) -> list[Columns]:
    """Columns of one letter each, as in `ab bc`."""
    return [frozenset(part) for part in text.split()]


def rule(text: str) -> Rule:
    """As in `ab c`: a and b determine c."""
    left, right = sets(text)
    return left, right


@pytest.mark.parametrize(
    ("parts", "rules", "expected"),
    [
        ("abc", [], True),
        ("ab bc", [], False),
        ("ab bc", ["b c"], True),
        ("ab bc", ["b a"], True),
        ("ab bc", ["a c"], False),
        ("ab bc cd", ["b a", "c d"], True),
        ("ab bc cd", ["b c", "d c"], False),
        ("ab cd", ["a b", "c d"], False),
        ("ab cd ac", ["a b", "c d"], True),
    ],
)
def test_parts_join_without_loss_if_the_rules_say_so(
    parts: str, rules: list[str], *, expected: bool
) -> None:
    assert lossless(sets(parts), [rule(text) for text in rules]) == expected


def test_two_parts_need_a_shared_key_of_one_of_them() -> None:
    random = Random(17)
    for _ in range(500):
        left, right = (
            frozenset(random.sample("abcd", random.randint(1, 3)))
            for _ in range(2)
        )
        rules = [
            (
                frozenset(random.sample("abcd", 1)),
                frozenset(random.sample("abcd", 1)),
            )
            for _ in range(3)
        ]
        columns = left | right
        rules = [(a, b) for a, b in rules if a | b <= columns]
        known = left & right
        for _ in rules:
            for one, two in rules:
                known |= two if one <= known else frozenset()
        expected = left <= known or right <= known
        assert lossless([left, right], rules) == expected


def test_it_agrees_with_joining_small_tables() -> None:
    # Each table of up to three rows of 0 and 1 that obeys the rules.
    names = "abc"
    rows = list(product([0, 1], repeat=3))
    tables = [t for size in (1, 2, 3) for t in combinations(rows, size)]
    for rules in [["b c"], ["a c"], ["ab c", "c a"], []]:
        legal = [t for t in tables if obeys(t, [rule(text) for text in rules])]
        for parts in ["ab bc", "ab ac", "ac bc", "ab bc ac"]:
            exact = all(joined(t, parts.split()) == set(t) for t in legal)
            said = lossless(sets(parts), [rule(text) for text in rules])
            assert said == exact, (names, rules, parts)


def obeys(table: tuple[tuple[int, ...], ...], rules: list[Rule]) -> bool:
    return not any(
        all(one["abc".index(n)] == two["abc".index(n)] for n in left)
        and any(one["abc".index(n)] != two["abc".index(n)] for n in right)
        for one, two in combinations(table, 2)
        for left, right in rules
    )


def joined(
    table: tuple[tuple[int, ...], ...], parts: list[str]
) -> set[tuple[int, ...]]:
    def part(row: tuple[int, ...], names: str) -> tuple[int, ...]:
        return tuple(row["abc".index(name)] for name in names)

    return {
        row
        for row in product([0, 1], repeat=3)
        if all(
            part(row, names) in {part(other, names) for other in table}
            for names in parts
        )
    }
