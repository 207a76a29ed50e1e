"""Normal form: which rule, if any, makes a table say something twice.

Time: O(4ᶜ + 2ᶜ r²) for c columns and r rules. Space: O(2ᶜ).
Source: Silberschatz, Korth, Sudarshan, Database System Concepts, 7th ed.,
sections 7.3.1 and 7.3.2, https://www.db-book.com/
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
    found = columns
    for _ in given:  # so many passes are enough
        for left, right in given:
            found |= right if left <= found else frozenset()
    return found


def normal_form(columns: Columns, given: list[Rule]) -> tuple[str, str]:
    """The highest form up to BCNF, and the rule that forbids the next one."""
    sizes = range(len(columns) + 1)
    sets = [frozenset(s) for n in sizes for s in combinations(columns, n)]
    superkeys = [s for s in sets if columns <= closure(s, given)]
    keys = [k for k in superkeys if not any(s < k for s in superkeys)]
    prime = frozenset().union(*keys)
    broken = {"BCNF": "-"}
    for left in sorted(set(sets) - set(superkeys), key=sorted):
        for column in sorted((closure(left, given) & columns) - left):
            form = "1NF" if any(left < key for key in keys) else "2NF"
            if column in prime:
                form = "3NF"  # forgiven up to here
            rule = f"{' '.join(sorted(left))} -> {column}"
            broken[form] = min(broken.get(form, rule), rule, key=len)
    return min(broken.items())


if __name__ == "__main__":
    for name, text in {
        "order lines": "order product -> quantity; order -> customer",
        "the same, id": "id -> order product; order -> customer;"
        "order product -> id quantity",
        "employees": "employee -> department; department -> head",
        "grades": "student course -> grade; student -> mail; mail -> student",
        "lessons": "student course -> teacher; teacher -> course",
        "accounts": "id -> mail name; mail -> id",
    }.items():
        given = rules(text)
        columns = frozenset().union(*(left | right for left, right in given))
        form, rule = normal_form(columns, given)
        print(f"{name:12}  {form:4}  {rule}")
