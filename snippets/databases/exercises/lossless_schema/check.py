"""A schema is judged by its rules: several tables that people design."""

from itertools import combinations
from random import Random

import pytest
from solution import Columns, Rule, tables

SHOP = (
    "order -> customer; customer -> city; order -> city;"
    " order product -> quantity; product -> price"
)
STAFF = "employee -> department room; department -> head; head -> department"
LESSONS = "student course -> teacher; teacher -> course"
PROJECTS = "employee -> name; project -> budget"
STOCK = "shelf -> warehouse; shelf product -> amount; warehouse -> city"
ACCOUNTS = "id -> mail; mail -> id; id -> name; mail -> name"
ROSTER = "employee department day -> shift; employee -> department"
# Two left sides that determine each other: one table for both is not 3NF.
TWO_KEYS = "p q -> a d; c d -> p q; a p -> b; b q -> c; c -> a"


def read(text: str) -> list[Rule]:
    """Rules such as `a b -> c; c -> a`."""
    sides = [rule.split("->") for rule in text.split(";")]
    return [(frozenset(a.split()), frozenset(b.split())) for a, b in sides]


def names(rules: list[Rule]) -> Columns:
    """All columns of the rules."""
    empty: Columns = frozenset()
    return empty.union(*(left | right for left, right in rules))


def determined(columns: Columns, rules: list[Rule]) -> Columns:
    """All columns that these determine."""
    found = columns
    for _ in rules:
        for left, right in rules:
            found |= right if left <= found else frozenset()
    return found


def subsets(columns: Columns) -> list[Columns]:
    """All sets of these columns."""
    sizes = range(len(columns) + 1)
    return [frozenset(c) for n in sizes for c in combinations(columns, n)]


def repeated(table: Columns, rules: list[Rule]) -> str:
    """A rule that breaks 3NF in this table, or nothing."""
    reached = {s: determined(s, rules) & table for s in subsets(table)}
    whole = [s for s in reached if reached[s] == table]
    prime = names([(k, k) for k in whole if not any(s < k for s in whole)])
    for left in reached:
        for name in sorted(reached[left] - left - prime):
            if left not in whole:
                return f"{' '.join(sorted(left))} -> {name}"
    return ""


def rejoins(parts: list[Columns], rules: list[Rule]) -> bool:
    """Whether the join of the parts invents no row, by a chase."""
    everything = names([(part, part) for part in parts])
    rows = [
        {name: 0 if name in part else number for name in everything}
        for number, part in enumerate(parts, 1)
    ]
    changed = True
    while changed:
        changed = False
        for left, right in rules:
            for one, two in combinations(rows, 2):
                if any(one[name] != two[name] for name in left):
                    continue
                for name in right:
                    low, high = sorted([one[name], two[name]])
                    for row in rows:
                        if row[name] == high != low:
                            row[name], changed = low, True
    return any(not any(row.values()) for row in rows)


def reached(
    columns: Columns, parts: list[Columns], rules: list[Rule]
) -> Columns:
    """What these determine if each step stays inside one part."""
    found, size = columns, -1
    while size < len(found):
        size = len(found)
        for part in parts:
            found |= determined(found & part, rules) & part
    return found


def judge(columns: Columns, rules: list[Rule]) -> None:
    """Assert what the docstring of `tables` promises."""
    parts = [frozenset(part) for part in tables(columns, list(rules))]
    shown = " + ".join(f"({' '.join(sorted(part))})" for part in parts)
    for left, right in rules:
        assert right <= reached(left, parts, rules), (
            "A rule is lost: nothing can check it without a join. "
            f"Rule {' '.join(sorted(left))} -> {' '.join(sorted(right))}, "
            f"tables {shown}"
        )
    for name in sorted(columns):
        assert any(name in part for part in parts), (
            "Every column needs a table, also one that no rule names. "
            f"{name} is missing in {shown or 'no table at all'}"
        )
    for part in parts:
        assert part <= columns, f"{shown}: such columns were not asked for."
        broken = repeated(part, rules)
        assert not broken, (
            "A fact is told once per row: this is not in 3NF. "
            f"Table ({' '.join(sorted(part))}), rule {broken}"
        )
    assert rejoins(parts, rules), (
        "Joined, these tables invent rows: one has to hold a key of the whole."
        f" {shown}"
    )
    for place, part in enumerate(parts):
        others = parts[:place] + parts[place + 1 :]
        assert not any(part <= other for other in others), (
            "A table inside another one says nothing new: leave it out. "
            f"{shown}"
        )


@pytest.mark.parametrize(
    "text",
    [SHOP, STAFF, LESSONS, PROJECTS, STOCK, ACCOUNTS, ROSTER, TWO_KEYS],
)
def test_a_schema_that_people_design(text: str) -> None:
    rules = read(text)
    judge(names(rules), rules)


def test_a_column_that_no_rule_names() -> None:
    rules = read("employee -> name")
    judge(names(rules) | {"skill"}, rules)


def test_no_rule_at_all() -> None:
    judge(frozenset({"actor", "film"}), [])


def test_random_rules() -> None:
    random, letters = Random(17), "abcde"
    for _ in range(150):
        rules = [
            (
                frozenset(random.sample(letters, random.randint(1, 3))),
                frozenset(random.sample(letters, random.randint(1, 2))),
            )
            for _ in range(random.randint(1, 5))
        ]
        judge(frozenset(letters), rules)
