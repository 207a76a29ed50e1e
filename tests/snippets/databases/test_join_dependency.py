from itertools import combinations

from snippets.databases.functional_dependency import counterexample
from snippets.databases.join_dependency import invented, projection, table

LESSONS = table(
    "course teacher book",
    *("db ada codd", "db ada date", "db bob codd", "db bob date"),
)
SALES = table(
    "agent company product",
    *("ada ford car", "ada gm truck", "ada ford truck", "bob ford truck"),
)


def test_a_projection_says_equal_rows_once() -> None:
    assert projection(LESSONS, "course teacher") == [
        {"course": "db", "teacher": "ada"},
        {"course": "db", "teacher": "bob"},
    ]


def test_independent_facts_join_to_the_table() -> None:
    assert invented(LESSONS, "course teacher", "course book") == []


def test_one_row_less_and_the_join_invents_it() -> None:
    for n, row in enumerate(LESSONS):
        rest = LESSONS[:n] + LESSONS[n + 1 :]
        assert invented(rest, "course teacher", "course book") == [row]


def test_no_two_parts_give_the_sales_but_all_three() -> None:
    pairs = ["agent company", "company product", "agent product"]
    for two in combinations(pairs, 2):
        assert len(invented(SALES, *two)) == 1
    assert invented(SALES, *pairs) == []


def test_without_the_rule_three_parts_invent_as_well() -> None:
    rows = [
        row for row in SALES if list(row.values()) != "ada ford truck".split()
    ]
    pairs = ["agent company", "company product", "agent product"]
    assert [list(row.values()) for row in invented(rows, *pairs)] == [
        ["ada", "ford", "truck"]
    ]


def test_no_column_depends_on_others_so_both_are_in_bcnf() -> None:
    assert counterexample(LESSONS, ["course", "teacher"], ["book"])
    assert counterexample(LESSONS, ["course", "book"], ["teacher"])
    for name in SALES[0]:
        left = [other for other in SALES[0] if other != name]
        assert counterexample(SALES, left, [name])


def test_the_whole_as_its_only_part_invents_nothing() -> None:
    assert invented(SALES, "agent company product") == []
    assert invented([], "agent", "company product") == []
