import sqlite3
from contextlib import closing
from random import Random

import pytest

from snippets.databases.nested_loop_join import KINDS, join


def equal(left: object, right: object) -> bool:
    return left == right


def test_an_unknown_kind_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="'outer'"):
        join("outer", [1], [1], equal)


def test_a_row_is_repeated_once_per_partner() -> None:
    assert join("inner", ["a"], ["a", "a", "b"], equal) == [("a", "a")] * 2


def test_equal_rows_stay_apart() -> None:
    assert join("left", ["a", "a"], ["b"], equal) == [("a", None)] * 2
    assert join("inner", ["a", "a"], ["a"], equal) == [("a", "a")] * 2


def test_any_condition_will_do() -> None:
    def less(left: int, right: int) -> bool:
        return left < right

    assert join("inner", [1, 2], [1, 2, 3], less) == [(1, 2), (1, 3), (2, 3)]


def test_a_condition_that_is_always_true_gives_the_product() -> None:
    pairs = join("inner", range(3), range(3), lambda _, __: True)
    assert len(pairs) == 9


@pytest.mark.parametrize(
    ("kind", "rows"), [("inner", 0), ("left", 2), ("right", 0), ("full", 2)]
)
def test_a_join_with_an_empty_table(kind: str, rows: int) -> None:
    assert len(join(kind, [1, 2], [], equal)) == rows


@pytest.mark.parametrize("kind", KINDS)
def test_it_gives_the_rows_that_sqlite_gives(kind: str) -> None:
    rng = Random(3)
    for _ in range(50):
        left, right = (
            [(n, rng.choice([None, 1, 2, 3])) for n in range(rng.randrange(6))]
            for _ in range(2)
        )
        with closing(sqlite3.connect(":memory:")) as database:
            for table, rows in [("a", left), ("b", right)]:
                database.execute(f"CREATE TABLE {table} (id, key)")
                insert = f"INSERT INTO {table} VALUES (?, ?)"  # noqa: S608
                database.executemany(insert, rows)
            joined = f"{kind} JOIN b ON a.key = b.key"
            query = f"SELECT a.id, b.id FROM a {joined}"  # noqa: S608
            expected = database.execute(query).fetchall()
        pairs = join(
            kind, left, right, lambda a, b: a[1] is not None and a[1] == b[1]
        )
        found = [(a and a[0], b and b[0]) for a, b in pairs]
        assert sorted(found, key=repr) == sorted(expected, key=repr)
