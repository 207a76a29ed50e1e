"""Merge join: two sorted inputs, read side by side.

Time: O(left + right + result) after sorting. Space: O(1); the rows of one
key on the right are read once per row of that key on the left.
Source: Graefe, "Query evaluation techniques for large databases", ACM
Computing Surveys 25(2), 1993, section 5.2, https://doi.org/10.1145/152610.152611
"""

from collections.abc import Sequence

type Row = tuple[int, str]  # a key and a value


def merge_join(
    left: Sequence[Row], right: Sequence[Row], *, go_back: bool = True
) -> list[tuple[str, str]]:
    """Values with equal keys.

    Both inputs must be sorted by key. Without `go_back` the second row of a
    key on the left finds the partners of the first one gone.
    """
    found: list[tuple[str, str]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i][0] < right[j][0]:
            i += 1
        elif left[i][0] > right[j][0]:
            j += 1
        else:
            first = j
            while j < len(right) and right[j][0] == left[i][0]:
                found.append((left[i][1], right[j][1]))
                j += 1
            i += 1
            if go_back and i < len(left) and left[i][0] == left[i - 1][0]:
                j = first
    return found


if __name__ == "__main__":
    stores = [(10, "mitte"), (20, "nord"), (20, "west"), (30, "ost")]
    orders = [(20, "101"), (40, "102"), (20, "103"), (10, "104")]
    for name, right, go_back in [
        ("sorted", sorted(orders), True),
        ("sorted, never back", sorted(orders), False),
        ("as they come", orders, True),
    ]:
        pairs = merge_join(stores, right, go_back=go_back)
        print(f"{name:19}{len(pairs)} pairs:", end=" ")
        print(*("-".join(pair) for pair in pairs))
