"""Skip scan: seek once per value of the column that the query leaves out.

Time: O(v log n + m), v values of the leading column, m matches. Space: O(n).
Source: SQLite documentation, "The SQLite Query Optimizer Overview",
section 6, "The Skip-Scan Optimization",
https://www.sqlite.org/optoverview.html#skipscan
"""

import sqlite3


def people(last_names: int) -> sqlite3.Connection:
    """Ten thousand people of so many last names, indexed by both names."""
    database = sqlite3.connect(":memory:")
    database.executescript(
        "CREATE TABLE people (last_name INT, first_name INT, note TEXT);"
        "CREATE INDEX by_name ON people (last_name, first_name);"
    )
    rows = ((n % last_names, n // 7 % 500, "...") for n in range(10_000))
    database.executemany("INSERT INTO people VALUES (?, ?, ?)", rows)
    return database


def plan(database: sqlite3.Connection) -> str:
    """How SQLite looks for a first name alone."""
    query = "SELECT note FROM people WHERE first_name = 17"
    [row] = database.execute(f"EXPLAIN QUERY PLAN {query}")
    return str(row[-1])


if __name__ == "__main__":
    for last_names in (10, 5_000):
        database = people(last_names)
        print(f"{last_names:5} last names  {plan(database)}")
        database.execute("ANALYZE")
        print(f"{'analysed':>16}  {plan(database)}")
        database.close()
