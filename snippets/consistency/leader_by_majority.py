"""Split brain: nodes that elect whom they hear may elect two.

A cut divides the nodes into groups; within a group all hear all. By each rule
a group has a leader, its lowest number, if it is large enough. All cuts are
tried, also those with more than two groups, and those without any.
Time: O(Bell(n) * n). Space: O(Bell(n) * n).
Source: Ongaro, Ousterhout, Raft (extended version), 2014, sections 2 and 5.2,
https://raft.github.io/raft.pdf
"""

from collections.abc import Iterator

Groups = list[list[int]]
RULES = ["whom it hears", "half", "majority"]


def is_enough(group: int, nodes: int, rule: str) -> bool:
    """Whether so many of so many may have a leader."""
    needed = {"whom it hears": 1, "half": (nodes + 1) // 2}
    return group >= needed.get(rule, nodes // 2 + 1)


def cuts(nodes: int) -> Iterator[Groups]:
    """Every way to divide the nodes 1 to `nodes` into groups."""
    if nodes == 0:
        yield []
        return
    for groups in cuts(nodes - 1):
        yield [*groups, [nodes]]
        for i, group in enumerate(groups):
            yield [*groups[:i], [*group, nodes], *groups[i + 1 :]]


def leaders(groups: Groups, rule: str) -> list[int]:
    """The lowest node of each group that is large enough by the rule."""
    nodes = sum(map(len, groups))
    return [min(g) for g in groups if is_enough(len(g), nodes, rule)]


def crashes_borne(nodes: int, rule: str) -> int:
    """How many may crash so that the rest still has a leader."""
    alive = range(1, nodes + 1)
    return nodes - min(n for n in alive if is_enough(n, nodes, rule))


if __name__ == "__main__":
    print("nodes  cuts  rule           two leaders  none  crashes borne")
    for nodes in (2, 3, 4, 5):
        ways = list(cuts(nodes))
        for rule in RULES:
            found = [len(leaders(groups, rule)) for groups in ways]
            print(
                f"{nodes:5} {len(ways):5}  {rule:14}"
                f"{sum(n > 1 for n in found):12} {found.count(0):5}"
                f"{crashes_borne(nodes, rule):15}"
            )
