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
    single = [(a, frozenset([name])) for a, b in rules for name in sorted(b)]
    needed = [(shortest(left, right, rules), right) for left, right in single]
    for rule in list(needed):
        rest = [other for other in needed if other is not rule]
        if rule[1] <= closure(rule[0], rest):
            needed = rest
    lefts = {left for left, _ in needed}
    same = {
        one: [two for two in lefts if one <= closure(two, rules)]
        for one in lefts
    }
    same = {
        one: [two for two in twins if one in same[two] and two in same[one]]
        for one, twins in same.items()
    }
    found = {
        one.union(*(a | b for a, b in needed if a in same[one]))
        for one in lefts
    }
    if not any(columns <= closure(table, rules) for table in found):
        found.add(shortest(columns, columns, rules))
    return [one for one in found if not any(one < two for two in found)]


def shortest(columns: Columns, right: Columns, rules: list[Rule]) -> Columns:
    """The columns without those that `right` can be determined without."""
    for name in sorted(columns):
        if right <= closure(columns - {name}, rules):
            columns -= {name}
    return columns
