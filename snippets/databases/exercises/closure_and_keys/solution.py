"""The keys of a table, from the rules that its rows obey."""

from itertools import combinations

type Columns = frozenset[str]
type Rule = tuple[Columns, Columns]  # the left side determines the right one


def closure(columns: Columns, rules: list[Rule]) -> Columns:
    """All columns that these determine, themselves included.

    A left side may be empty: all rows have one value on the right then.
    """
    # BEGIN SOLUTION
    found, size = columns, -1
    while size < len(found):
        size = len(found)
        for left, right in rules:
            if left <= found:
                found |= right
    return found
    # STARTER
    # raise NotImplementedError("which columns follow from these?")
    # END SOLUTION


def candidate_keys(columns: Columns, rules: list[Rule]) -> list[Columns]:
    """The sets that determine all columns, and no smaller set inside does.

    In any order, each once. A rule may name columns of other tables too.
    """
    # BEGIN SOLUTION
    keys: list[Columns] = []
    for size in range(len(columns) + 1):
        for names in combinations(sorted(columns), size):
            tried = frozenset(names)
            if any(key <= tried for key in keys):
                continue
            if columns <= closure(tried, rules):
                keys.append(tried)
    return keys
    # STARTER
    # raise NotImplementedError("which sets of columns name a row?")
    # END SOLUTION
