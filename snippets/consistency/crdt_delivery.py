"""Delivery: what a network may do to operations, and to whole states.

A and B add tags and remove them. A reader counts the additions and keeps the
tags. All deliveries are tried; each author's last state comes again at the end.

Time: O(n! * n) for n updates. Space: O(n! * n).
Source: Shapiro et al., "A comprehensive study of convergent and commutative
replicated data types", 2011, https://inria.hal.science/inria-00555588
"""

from itertools import permutations

type Operation = tuple[str, str]  # what to do, with which tag
type Updates = tuple[int, ...]  # their numbers, as they arrive
OPERATIONS = [("add", "lamp A"), ("add", "lamp B"), ("remove", "lamp A"),
              ("add", "pen B")]  # fmt: skip
STATES = [(0,), (0, 1), (0, 2), (0, 1, 3)]  # what each author knew, with itself
LAST = (2, 3)  # updates of A and B
ALL = tuple(range(len(OPERATIONS)))  # in causal order


def apply(arrived: Updates) -> tuple[int, list[str]]:
    """Operations: how many additions, and the tags that are left."""
    count, tags = 0, set[str]()
    for number in arrived:
        action, tag = OPERATIONS[number]
        count += action == "add"
        tags = tags | {tag} if action == "add" else tags - {tag}
    return count, sorted(tags)


def merge(arrived: Updates) -> tuple[int, list[str]]:
    """States: the same from the union of those added, and of those removed."""
    added, removed = set[str](), set[str]()
    for number in arrived + LAST:
        for action, tag in [OPERATIONS[known] for known in STATES[number]]:
            (added if action == "add" else removed).add(tag)
    return len(added), sorted(added - removed)


DELIVERIES: dict[str, list[Updates]] = {
    "causal order, once": [ALL],
    "any order, once": [*permutations(ALL)],
    "one repeated": [
        (*ALL[:later], number, *ALL[later:])
        for number in ALL
        for later in range(number + 1, len(ALL) + 1)
    ],
    "one lost": [ALL[:number] + ALL[number + 1 :] for number in ALL],
}

if __name__ == "__main__":
    print(f"{'wrong deliveries':19} of  count  tags  states")
    right = apply(ALL)
    for title, tried in DELIVERIES.items():
        got = [apply(arrived) for arrived in tried]
        counts = sum(count != right[0] for count, _ in got)
        tags = sum(tags != right[1] for _, tags in got)
        states = sum(merge(arrived) != right for arrived in tried)
        print(f"{title:18} {len(tried):3} {counts:6} {tags:5} {states:7}")
