"""Lossless join: parts of a table that give its rows back, and no others.

Time: polynomial in columns, parts and rules. Space: O(columns * parts).
Source: Aho, Beeri, Ullman, The theory of joins in relational databases,
ACM TODS 4(3), 1979, https://doi.org/10.1145/320083.320091
"""

from itertools import combinations

type Columns = frozenset[str]
type Rule = tuple[Columns, Columns]  # the left side determines the right one


def lossless(parts: list[Columns], rules: list[Rule]) -> bool:
    """Whether the parts' join never has a row that was not in the table."""
    columns = frozenset().union(*parts)
    # A joined row is pieced together from a row per part. What do we know of
    # that row? 0: the joined row's value. Else a number of its own.
    table = [
        {name: 0 if name in part else number for name in columns}
        for number, part in enumerate(parts, 1)
    ]
    changed = True
    while changed:
        changed = False
        for left, right in rules:
            for one, two in combinations(table, 2):
                if all(one[name] == two[name] for name in left):
                    changed |= unify(table, one, two, right)
    return any(not any(row.values()) for row in table)


def unify(
    table: list[dict[str, int]],
    one: dict[str, int],
    two: dict[str, int],
    columns: Columns,
) -> bool:
    """Whether a rule that makes these rows agree there has changed them."""
    changed = False
    for name in columns:
        low, high = sorted([one[name], two[name]])
        for row in table:
            if row[name] == high != low:
                row[name], changed = low, True
    return changed


if __name__ == "__main__":
    student, course, teacher = (
        frozenset([name]) for name in ["student", "course", "teacher"]
    )
    lessons = [(student | course, teacher), (teacher, course)]
    for shared, left, right in [
        (teacher, student, course),
        (course, student, teacher),
        (student, course, teacher),
    ]:
        kept = lossless([shared | left, shared | right], lessons)
        print(f"joined by {min(shared):8} {'lossless' if kept else 'lossy'}")
