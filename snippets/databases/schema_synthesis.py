"""Synthesis: from rules to tables in 3NF that lose neither rows nor rules.

Time: O(r c) closures for r rules of c columns. Space: O(r c).
Source: Bernstein, Synthesizing third normal form relations from functional
dependencies, ACM TODS 1(4), 1976, https://doi.org/10.1145/320493.320489
"""

type Columns = frozenset[str]
type Rule = tuple[Columns, Columns]  # the left side determines the right one


def closure(columns: Columns, rules: list[Rule]) -> Columns:
    """All columns that these determine, themselves included."""
    found = columns
    for _ in rules:  # so many passes are enough
        for left, right in rules:
            found |= right if left <= found else frozenset()
    return found


def shortest(columns: Columns, right: Columns, rules: list[Rule]) -> Columns:
    """The columns without those that `right` can be determined without."""
    for column in sorted(columns):
        if right <= closure(columns - {column}, rules):
            columns -= {column}
    return columns


def minimal_cover(rules: list[Rule]) -> list[Rule]:
    """The same rules without a column or a rule that follows from the rest."""
    single = [(a, frozenset([name])) for a, b in rules for name in sorted(b)]
    cover = [(shortest(left, right, rules), right) for left, right in single]
    for rule in list(cover):
        rest = [other for other in cover if other is not rule]
        if rule[1] <= closure(rule[0], rest):
            cover = rest
    return cover


def synthesis(columns: Columns, rules: list[Rule]) -> list[Columns]:
    """A table for each left side, and one for a key if none holds a key."""
    cover = minimal_cover(rules)
    lefts = {left for left, _ in cover}
    tables = {one.union(*(b for a, b in cover if a == one)) for one in lefts}
    if not any(columns <= closure(table, rules) for table in tables):
        tables.add(shortest(columns, columns, rules))
    whole = [one for one in tables if not any(one < two for two in tables)]
    return sorted(whole, key=sorted)


if __name__ == "__main__":
    order, customer, city, product = (
        frozenset([name]) for name in ["order", "customer", "city", "product"]
    )
    rules = [(order, customer), (customer, city), (order, city)]
    print("kept:", *(f"{min(a)} -> {min(b)}" for a, b in minimal_cover(rules)))
    for table in synthesis(order | customer | city | product, rules):
        print(f"table ({', '.join(sorted(table))})")
