"""Candidate key: the fewest columns that tell a row from all others.

Time: O(r²) for a closure of r rules, of which keys of c columns take up to 2ᶜ.
Space: O(2ᶜ).
Source: Silberschatz, Korth, Sudarshan, Database System Concepts, 7th ed.,
sections 7.2.2 and 7.4.2, https://www.db-book.com/
"""

from itertools import combinations

type Columns = frozenset[str]
type Rule = tuple[Columns, Columns]  # the left side determines the right one


def rules(text: str) -> list[Rule]:
    """Rules such as `a b -> c; c -> a`."""
    sides = [rule.split("->") for rule in text.split(";")]
    return [(frozenset(a.split()), frozenset(b.split())) for a, b in sides]


def closure(columns: Columns, given: list[Rule]) -> Columns:
    """All columns that these determine, themselves included."""
    found, size = columns, -1
    while size < len(found):
        size = len(found)
        for left, right in given:
            if left <= found:
                found |= right
    return found


def candidate_keys(columns: Columns, given: list[Rule]) -> list[Columns]:
    """The smallest sets that determine every column; short ones first."""
    keys: list[Columns] = []
    for size in range(len(columns) + 1):
        for names in combinations(sorted(columns), size):
            tried = frozenset(names)
            if any(key <= tried for key in keys):
                continue  # a superkey, but not a smallest one
            if columns <= closure(tried, given):
                keys.append(tried)
    return keys


if __name__ == "__main__":
    for text in [
        "order product -> quantity; order -> customer",
        "id -> order product; order product -> id quantity; order -> customer",
        "student course -> instructor; instructor -> course",
    ]:
        given = rules(text)
        columns = frozenset().union(*(left | right for left, right in given))
        keys = candidate_keys(columns, given)
        prime = frozenset().union(*keys)
        print(text)
        for key in keys:
            print(f"  key        {', '.join(sorted(key))}")
        print(f"  non-prime  {', '.join(sorted(columns - prime)) or '-'}")
