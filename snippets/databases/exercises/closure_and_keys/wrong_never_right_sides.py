"""q is of another table, and nothing here determines it."""

from itertools import combinations

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
    keys: list[Columns] = []
    empty: Columns = frozenset()
    lefts = empty.union(*(left for left, _ in rules))
    rights = empty.union(*(right for _, right in rules))
    useful = columns - (rights - lefts)
    for size in range(len(useful) + 1):
        for names in combinations(sorted(useful), size):
            tried = frozenset(names)
            if any(key <= tried for key in keys):
                continue
            if columns <= closure(tried, rules):
                keys.append(tried)
    return keys
