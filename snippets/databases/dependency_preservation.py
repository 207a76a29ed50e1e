"""Dependency preservation: rules that the parts can check without a join.

Time: O(columns * parts) closures per rule. Space: O(columns).
Source: Silberschatz, Korth, Sudarshan, Database System Concepts, 7th ed.,
section 7.4.4, https://www.db-book.com/
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


def lost(parts: list[Columns], rules: list[Rule]) -> list[Rule]:
    """The rules that don't follow from those within single parts."""
    return [
        (left, right)
        for left, right in rules
        if not right <= reach(left, parts, rules)
    ]


def reach(columns: Columns, parts: list[Columns], rules: list[Rule]) -> Columns:
    """What these determine if each step stays inside one part."""
    found, size = columns, -1
    while size < len(found):
        size = len(found)
        for part in parts:
            found |= closure(found & part, rules) & part
    return found


if __name__ == "__main__":
    student, course, teacher = (
        frozenset([name]) for name in ["student", "course", "teacher"]
    )
    lessons = [(student | course, teacher), (teacher, course)]
    for name, parts in {
        "whole": [student | course | teacher],
        "split": [student | teacher, teacher | course],
    }.items():
        for left, right in lost(parts, lessons) or [(frozenset(), frozenset())]:
            rule = f"{' '.join(sorted(left))} -> {' '.join(right)}"
            print(f"{name}: loses {rule if left else 'nothing'}")
