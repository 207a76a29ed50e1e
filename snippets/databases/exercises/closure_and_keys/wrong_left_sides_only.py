"""A key may be the left side of no rule: here only a and c together do."""

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


def candidate_keys(columns: Columns, rules: list[Rule]) -> list[Columns]:
    """The sets that determine all columns, and no smaller set inside does.

    In any order, each once. A rule may name columns of other tables too.
    """
    lefts = {left for left, _ in rules if columns <= closure(left, rules)}
    return [one for one in lefts if not any(two < one for two in lefts)]
