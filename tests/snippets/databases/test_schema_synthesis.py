from random import Random

import pytest

from snippets.databases.dependency_preservation import lost
from snippets.databases.lossless_join import lossless
from snippets.databases.normal_form import normal_form
from snippets.databases.schema_synthesis import (
    Rule,
    closure,
    minimal_cover,
    synthesis,
)


def rule(text: str) -> Rule:
    """As in `ab c`: a and b determine c."""
    left, right = text.split()
    return frozenset(left), frozenset(right)


def shown(names: str, *rules: str) -> list[str]:
    tables = synthesis(frozenset(names), [rule(text) for text in rules])
    return ["".join(sorted(table)) for table in tables]


def test_a_rule_that_follows_from_others_is_dropped() -> None:
    given = [rule("a b"), rule("b c"), rule("a c")]
    assert minimal_cover(given) == given[:2]


def test_a_column_is_dropped_that_the_left_side_can_do_without() -> None:
    assert minimal_cover([rule("ab c"), rule("a b")]) == [
        rule("a c"),
        rule("a b"),
    ]


def test_a_rule_that_says_nothing_is_dropped() -> None:
    assert minimal_cover([rule("ab a"), rule("a b"), rule("a b")]) == [
        rule("a b")
    ]


def test_each_left_side_gets_a_table() -> None:
    assert shown("abcd", "a b", "a c", "ad d") == ["abc", "ad"]


def test_a_key_is_added_if_no_table_has_one() -> None:
    assert shown("abcd", "a b", "c d") == ["ab", "ac", "cd"]


def test_without_rules_there_is_one_table() -> None:
    assert shown("abc") == ["abc"]


def test_a_table_within_another_is_left_out() -> None:
    assert shown("abc", "ab c", "c a") == ["abc"]


@pytest.mark.parametrize("seed", range(5))
def test_tables_are_in_3nf_lossless_and_lose_no_rule(seed: int) -> None:
    random, names = Random(seed), "abcde"
    for _ in range(60):
        given = [
            (
                frozenset(random.sample(names, random.randint(1, 3))),
                frozenset(random.sample(names, random.randint(1, 2))),
            )
            for _ in range(random.randrange(6))
        ]
        tables = synthesis(frozenset(names), given)
        assert lossless(tables, given)
        assert lost(tables, given) == []
        for table in tables:
            assert normal_form(table, given)[0] in {"3NF", "BCNF"}
            assert not any(table < other for other in tables)
        cover = minimal_cover(given)
        for left, right in given:
            assert right <= closure(left, cover)
        # And nothing in the cover can be left out, no column and no rule.
        for left, right in cover:
            rest = [other for other in cover if other != (left, right)]
            assert right <= closure(left, given)
            assert not right <= closure(left, rest)
            for name in left:
                assert not right <= closure(left - {name}, given)
