from itertools import combinations
from random import Random

import pytest

from snippets.databases.normal_form import closure, normal_form, rules


@pytest.mark.parametrize(
    ("text", "form", "rule"),
    [
        ("a b -> c; a -> d", "1NF", "a -> d"),
        ("a -> b; b -> c", "2NF", "b -> c"),
        ("a b -> c; c -> a", "3NF", "c -> a"),
        ("a -> b c", "BCNF", "-"),
        ("a -> b; b -> a", "BCNF", "-"),
    ],
)
def test_the_highest_form_and_the_rule_that_stops_it(
    text: str, form: str, rule: str
) -> None:
    columns = frozenset().union(*(a | b for a, b in rules(text)))
    assert normal_form(columns, rules(text)) == (form, rule)


def test_without_rules_a_table_is_all_key_and_in_bcnf() -> None:
    assert normal_form(frozenset("abc"), []) == ("BCNF", "-")


def test_a_rule_that_repeats_its_left_side_breaks_nothing() -> None:
    assert normal_form(frozenset("abc"), rules("a b -> a")) == ("BCNF", "-")


def test_a_surrogate_key_does_not_lift_a_partial_dependency() -> None:
    columns = frozenset({"id", "order", "product", "customer", "quantity"})
    surrogate = rules(
        "id -> order product; order product -> id quantity; order -> customer"
    )
    natural = rules("order product -> quantity; order -> customer")
    assert normal_form(columns, surrogate) == ("1NF", "order -> customer")
    assert normal_form(columns - {"id"}, natural) == (
        "1NF",
        "order -> customer",
    )


def test_a_prime_column_may_depend_on_part_of_the_primary_key() -> None:
    columns = frozenset({"student", "course", "grade", "mail"})
    given = rules("student course -> grade; student -> mail; mail -> student")
    form, _ = normal_form(columns, given)
    assert form == "3NF"


def test_a_rule_counts_that_is_only_implied_within_the_table() -> None:
    # b is in another table; within (a, c) the rule a -> c is what remains.
    assert normal_form(frozenset("acd"), rules("a -> b; b -> c")) == (
        "1NF",
        "a -> c",
    )


def test_with_two_columns_every_table_is_in_bcnf() -> None:
    for text in ["a -> b", "b -> a", "a -> b; b -> a"]:
        assert normal_form(frozenset("ab"), rules(text))[0] == "BCNF"


def test_3nf_with_keys_of_one_column_is_bcnf() -> None:
    random, seen = Random(17), 0
    for _ in range(2_000):
        given = [
            (
                frozenset(random.sample("abcd", random.choice([1, 1, 2]))),
                frozenset(random.sample("abcd", random.choice([1, 2, 3]))),
            )
            for _ in range(random.randint(1, 4))
        ]
        columns = frozenset("abcd")
        singles = {
            n for n in columns if columns <= closure(frozenset(n), given)
        }
        others = closure(columns - singles, given)
        if singles and not columns <= others:  # so no key is longer
            seen += 1
            assert normal_form(columns, given)[0] != "3NF"
    assert seen > 100


def test_it_agrees_with_the_definitions_over_all_pairs_of_rows() -> None:
    # Two rows agree on exactly some columns. What holds in all pairs that
    # obey the rules, holds: no closure is needed.
    random, names = Random(17), frozenset("abcd")
    sets = [frozenset(s) for n in range(5) for s in combinations("abcd", n)]
    found = set()
    for _ in range(400):
        given = [
            (
                frozenset(random.sample("abcd", random.randint(1, 2))),
                frozenset(random.sample("abcd", random.randint(1, 2))),
            )
            for _ in range(random.randrange(5))
        ]
        pairs = [
            agree
            for agree in sets
            if all(right <= agree for left, right in given if left <= agree)
        ]
        fixed = {
            left: names.intersection(*(p for p in pairs if left <= p))
            for left in sets
        }
        superkeys = [left for left in sets if fixed[left] == names]
        keys = [k for k in superkeys if not any(s < k for s in superkeys)]
        prime = frozenset().union(*keys)
        rules_here = [
            (left, name) for left in sets for name in fixed[left] - left
        ]
        in_2nf = not any(
            name not in prime and any(left < key for key in keys)
            for left, name in rules_here
        )
        in_3nf = all(
            left in superkeys or name in prime for left, name in rules_here
        )
        in_bcnf = all(left in superkeys for left, _ in rules_here)
        form, broken = normal_form(names, given)
        expected = ("1NF", "2NF", "3NF", "BCNF")[in_2nf + in_3nf + in_bcnf]
        assert form == expected, given
        if form != "BCNF":
            left, name = broken.split(" -> ")
            assert name in fixed[frozenset(left.split())]
        found.add(form)
    assert found == {"1NF", "2NF", "3NF", "BCNF"}
