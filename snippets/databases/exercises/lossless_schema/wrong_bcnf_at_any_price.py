"""A rule is lost: nothing can check it without a join."""

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
    for left in sorted({a for a, _ in rules}, key=sorted):
        right = closure(left, rules) & columns
        if left < right < columns:
            rest = left | (columns - right)
            return tables(right, rules) + tables(rest, rules)
    return [columns]
