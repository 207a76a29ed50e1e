"""A set with a key inside is a superkey. A candidate key has none."""

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
    for size in range(len(columns) + 1):
        for names in combinations(sorted(columns), size):
            tried = frozenset(names)
            if columns <= closure(tried, rules):
                keys.append(tried)
    return keys
