"""A schema is judged by its rules: what its keys imply and forbid."""

import sqlite3
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, compress, product
from operator import not_

import pytest
from solution import SCHEMA

type Columns = frozenset[str]
type Rule = tuple[Columns, Columns]


def side(text: str) -> Columns:
    return frozenset(text.split())


def rules_of(text: str, arrow: str) -> list[Rule]:
    """The rules of a text such as `a b -> c; c -> a`."""
    parts = [rule.split(arrow) for rule in text.split(";")]
    return [(side(left), side(right)) for left, right in parts]


RULES = rules_of(
    "screening -> film room start; room start -> screening; film -> title;"
    " actor -> born; screening seat -> customer paid; customer -> mail;"
    " mail -> customer; employee -> post; screening post -> employee",
    "->",
)
# What the left side has a list of, independent of all else.
LISTS = rules_of(
    "film =>> actor born; film =>> language; screening =>> employee post;"
    " screening =>> seat customer mail paid",
    "=>>",
)
ALL: Columns = frozenset(
    chain.from_iterable(left | right for left, right in RULES + LISTS)
)


def say(columns: Columns) -> str:
    return f"({', '.join(sorted(columns))})"


@dataclass(frozen=True)
class Reference:
    """A foreign key: column by column, and the table it refers to."""

    pairs: tuple[tuple[str, str | None], ...]  # None: its primary key
    table: str

    def keeps_equal(self, columns: Columns) -> bool:
        """Whether these columns have to stand together in that table."""
        for table in tables():
            if table.name.lower() == self.table.lower():
                own = [column for column, _ in self.pairs]
                named = [to for _, to in self.pairs if to is not None]
                other = named or [*table.primary]
                same = {a for a, b in zip(own, other, strict=False) if a == b}
                return columns <= same and frozenset(other) in table.keys
        return False


@dataclass(frozen=True)
class Table:
    """A table, as SQLite has understood it."""

    name: str
    columns: Columns  # those of the rules
    primary: tuple[str, ...]
    keys: tuple[Columns, ...]  # declared
    nullable: Columns
    references: tuple["Reference", ...]

    def __str__(self) -> str:
        return f"{self.name} {say(self.columns)}"


@cache
def tables() -> tuple[Table, ...]:
    """What SQLite understands of the schema."""
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(SCHEMA)
    except sqlite3.Error as error:
        pytest.fail(f"SQLite refuses the schema: {error}.")
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).fetchall()
    return tuple(read(database, name) for [name] in names)


def read(database: sqlite3.Connection, table: str) -> Table:
    info = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    # Standard SQL has no NULL in a primary key, and so it is counted here.
    place = sorted((row[5], row[1]) for row in info if row[5])
    primary = tuple(column for _, column in place)
    keys = [frozenset(primary)]
    for row in database.execute(f'PRAGMA index_list("{table}")').fetchall():
        if row[2] and not row[4]:  # unique, and of all rows
            columns = database.execute(f'PRAGMA index_info("{row[1]}")')
            keys.append(frozenset(column[2] for column in columns))
    foreign: dict[tuple[int, str], list[tuple[str, str | None]]] = {}
    for row in database.execute(f'PRAGMA foreign_key_list("{table}")'):
        foreign.setdefault((row[0], row[2]), []).append((row[3], row[4]))
    return Table(
        table,
        frozenset(row[1] for row in info) & ALL,
        primary,
        tuple(key for key in dict.fromkeys(keys) if key and key <= ALL),
        frozenset(row[1] for row in info if not row[3] and not row[5]),
        tuple(Reference((*p,), name) for (_, name), p in foreign.items()),
    )


def closure(columns: Columns, rules: list[Rule]) -> Columns:
    found = columns
    for _ in rules:
        for left, right in rules:
            found |= right if left <= found else frozenset()
    return found


def enforced() -> list[Rule]:
    """What the declared keys imply."""
    return [(key, table.columns) for table in tables() for key in table.keys]


def subsets(columns: Columns) -> list[Columns]:
    sizes = range(len(columns) + 1)
    return [frozenset(c) for n in sizes for c in combinations(columns, n)]


def repeated(table: Table) -> list[Rule]:
    """Rules of this table, implied ones too, whose left side is no key."""
    found: list[Rule] = []
    for left in subsets(table.columns):
        right = closure(left, RULES) & table.columns - left
        if right and not table.columns <= closure(left, RULES):
            found.append((left, right))
    return found


def prime(table: Table) -> Columns:
    """The columns that are in some candidate key of this table."""
    whole = [
        columns
        for columns in subsets(table.columns)
        if table.columns <= closure(columns, RULES)
    ]
    keys = [key for key in whole if not any(other < key for other in whole)]
    return frozenset(chain.from_iterable(keys))


def chase() -> bool:
    """Whether the join of all tables invents no row."""
    order = sorted(ALL)
    rows = {
        tuple(0 if c in table.columns else number for c in order)
        for number, table in enumerate(tables(), 1)
    }
    size = -1
    while size != len(rows):
        rows = equate(rows, order)
        size = len(rows)
        for left, right in LISTS:
            rows |= exchanged(rows, order, left, right)
    return any(not any(row) for row in rows)


def equate(
    rows: set[tuple[int, ...]], order: list[str]
) -> set[tuple[int, ...]]:
    """The rows after the rules have made values equal."""
    changed = True
    while changed:
        changed = False
        for left, right in RULES:
            first: dict[tuple[int, ...], tuple[int, ...]] = {}
            for row in sorted(rows):
                key = tuple(row[order.index(c)] for c in sorted(left))
                one = first.setdefault(key, row)
                for place in (order.index(c) for c in right):
                    low, high = one[place], row[place]
                    if low != high:
                        changed = True
                        low, high = sorted([low, high])
                        rows = {
                            (*r[:place], low, *r[place + 1 :])
                            if r[place] == high
                            else r
                            for r in rows
                        }
                        break
                if changed:
                    break
            if changed:
                break
    return rows


def exchanged(
    rows: set[tuple[int, ...]], order: list[str], left: Columns, right: Columns
) -> set[tuple[int, ...]]:
    """Among rows equal on the left, each right part with each other part."""
    inside = [name in right for name in order]
    groups: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    for row in rows:
        key = tuple(row[order.index(c)] for c in sorted(left))
        groups.setdefault(key, []).append(row)
    found = set()
    for group in groups.values():
        # One row for each right part that differs, and for each other part.
        ones = {tuple(compress(row, inside)): row for row in group}
        twos = {tuple(compress(row, map(not_, inside))): row for row in group}
        for one, two in product(ones.values(), twos.values()):
            pairs = zip(inside, one, two, strict=True)
            found.add(tuple(a if is_in else b for is_in, a, b in pairs))
    return found


@pytest.mark.parametrize("column", sorted(ALL))
def test_every_column_has_a_table(column: str) -> None:
    assert any(column in table.columns for table in tables()), (
        f"Every fact needs a place. No table has the column {column}."
    )


def test_no_key_refuses_what_is_allowed() -> None:
    for table in tables():
        for key in table.keys:
            extra = table.columns - closure(key, RULES)
            assert not extra, (
                "A key refuses rows that the business allows. In "
                f"{table.name}, {say(key)} is declared a key, but no rule says "
                f"that it determines {say(extra)}: there can be two rows."
            )


@pytest.mark.parametrize("rule", RULES, ids=lambda r: " ".join(sorted(r[0])))
def test_a_key_refuses_what_breaks_a_rule(rule: Rule) -> None:
    left, right = rule
    if right <= closure(left, enforced()):
        return
    named = f"{say(left)} -> {say(right)}"
    homes = [t.name for t in tables() if left | right <= t.columns]
    assert homes, (
        "The rule's columns are in no one table. So no key can refuse rows "
        f"that break it, only a join at each write could: {named}."
    )
    pytest.fail(
        "The rule's left side is declared a key nowhere. A primary key of its "
        "own, such as an id, refuses no second row; a larger key refuses less. "
        f"Rule {named}, all of it in {' and '.join(homes)}."
    )


def test_null_passes_unique() -> None:
    for table in tables():
        for key in table.keys:
            empty = key & table.nullable
            assert not empty, (
                "NULL passes UNIQUE, any number of times. Say NOT NULL for the "
                f"columns of a key: {say(empty)} in {table.name}."
            )


def test_each_fact_is_told_once() -> None:
    for table in tables():
        for left, right in repeated(table):
            loose = right - prime(table)
            assert not loose, (
                "A fact is told once per row, so rows can disagree. In "
                f"{table}, {say(left)} determines {say(loose)} and is no key: "
                "give that fact a table of its own."
            )


def test_no_fact_has_two_homes() -> None:
    for one, two in combinations(tables(), 2):
        both = one.columns & two.columns
        for left in subsets(both):
            implied = closure(left, RULES)
            copied = (implied & both) - left
            assert not copied or not one.columns | two.columns <= implied, (
                "A fact stands in two tables, and they can disagree. "
                f"{one} and {two} both say {say(copied)} of a {say(left)}."
            )


def test_copies_are_kept_equal() -> None:
    for table in tables():
        for left, right in repeated(table):
            pair = left | right
            if len(left) > 1 or right - prime(table):
                continue  # what is implied, or is told by another test
            assert any(r.keeps_equal(pair) for r in table.references), (
                "Here a copy is needed, and nothing keeps it equal. In "
                f"{table}, {say(left)} determines {say(right)}: a foreign key "
                "over both does it, each to the column of the same name in the "
                "table in which that is said once, where both together are "
                "UNIQUE."
            )


def test_two_lists_are_two_tables() -> None:
    for table in tables():
        for left, right in LISTS:
            inside = right & table.columns
            rest = table.columns - left - right
            key = table.columns <= closure(left, RULES)
            assert key or not (left <= table.columns and inside and rest), (
                "Two lists are in one table. Each entry of one stands beside "
                "each of the other, or a row says more than is meant: "
                f"{table} has "
                f"of one {say(left)} a list of {say(inside)}, and {say(rest)}, "
                "which has nothing to do with it."
            )


def test_the_join_invents_no_row() -> None:
    assert chase(), (
        "Joined, these tables invent rows. All columns are there, but not what "
        "belongs together: which pair is told nowhere? Tables: "
        + "; ".join(str(table) for table in tables())
    )


def test_a_list_is_told_once() -> None:
    for left, right in rules_of("film -> actor; film -> language", "->"):
        assert any(left | right <= table.columns for table in tables()), (
            "The list belongs to the film, not to each of its screenings. "
            f"There is no table with {say(left | right)}."
        )
