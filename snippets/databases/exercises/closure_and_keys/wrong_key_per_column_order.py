"""A key may be longer than another one, if it does not contain it."""

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
    keys: set[Columns] = set()
    for start in sorted(columns):
        key = frozenset({start})
        for name in sorted(columns):
            if not columns <= closure(key, rules):
                key |= {name}
        keys.add(key)
    return [one for one in keys if not any(two < one for two in keys)]
