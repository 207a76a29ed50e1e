"""Functional dependency: rows can refute a rule, and never prove it.

Time: O(n) for n rows. Space: O(n).
Source: Silberschatz, Korth, Sudarshan, Database System Concepts, 7th ed.,
section 7.2.2, https://www.db-book.com/
"""

type Row = dict[str, str]

EMPLOYEES = [
    {"employee": "ada", "department": "search", "head": "grace"},
    {"employee": "bob", "department": "search", "head": "grace"},
    {"employee": "cyd", "department": "mail", "head": "alan"},
]


def counterexample(
    rows: list[Row], left: list[str], right: list[str]
) -> tuple[Row, Row] | None:
    """Two rows that agree on `left` and differ on `right`, if there are any."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        seen = first.setdefault(tuple(row[column] for column in left), row)
        if any(seen[column] != row[column] for column in right):
            return seen, row
    return None


def report(rows: list[Row]) -> None:
    """Print what the rows say of four rules."""
    for rule in [
        "employee -> department",
        "department -> head",
        "head -> department",
        "department -> employee",
    ]:
        left, right = (side.split() for side in rule.split("->"))
        pair = counterexample(rows, left, right)
        said = "not refuted"
        if pair:
            said = f"refuted by {pair[0]['employee']} and {pair[1]['employee']}"
        print(f"  {rule:22}  {said}")


if __name__ == "__main__":
    print("today's rows")
    report(EMPLOYEES)
    print("dan joins, and alan heads two departments")
    report(
        [*EMPLOYEES, {"employee": "dan", "department": "ads", "head": "alan"}]
    )
