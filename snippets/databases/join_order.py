"""Join order: the cheapest tree of joins, found by dynamic programming.

A tree costs the rows that its joins give. They are estimated as sizes times
the shares of pairs that match, taken for independent.

Time: O(4^tables) pairs of parts. Space: O(2^tables).
Source: Selinger et al., "Access path selection in a relational database
management system", SIGMOD 1979, section 5, https://doi.org/10.1145/582095.582099
"""

from itertools import combinations
from math import factorial, prod

type Tree = str | tuple["Tree", "Tree"]
type Sizes = dict[str, int]  # rows of each table under its own conditions

MATCH = {  # share of all pairs; there are 10,000 customers and 1,000 products
    frozenset(["customers", "orders"]): 1 / 10_000,
    frozenset(["orders", "items"]): 1 / 100_000,
    frozenset(["items", "products"]): 1 / 1_000,
}
REAL = {"customers": 5_000, "orders": 100_000, "items": 300_000, "products": 10}


def tables(tree: Tree) -> frozenset[str]:
    """The tables that the tree joins."""
    if isinstance(tree, str):
        return frozenset([tree])
    return tables(tree[0]) | tables(tree[1])


def cost(tree: Tree, sizes: Sizes) -> float:
    """The rows that the tree's joins give, intermediate ones and the last."""
    if isinstance(tree, str):
        return 0
    names = tables(tree)
    share = prod(share for pair, share in MATCH.items() if pair <= names)
    rows = prod(sizes[name] for name in names) * share
    return rows + cost(tree[0], sizes) + cost(tree[1], sizes)


def cheapest(sizes: Sizes) -> Tree:
    """A tree of least cost: the best one is made of the best of its parts."""
    best: dict[frozenset[str], Tree] = {frozenset([t]): t for t in sizes}
    for size in range(2, len(sizes) + 1):
        for names in map(frozenset, combinations(sizes, size)):
            pairs = [(names - part, part) for part in best if part < names]
            trees: list[Tree] = [(best[a], best[b]) for a, b in pairs]
            best[names] = min(trees, key=lambda tree: cost(tree, sizes))
    return best[frozenset(sizes)]


if __name__ == "__main__":
    for n in [4, 8, 12]:
        trees = factorial(2 * n - 2) // factorial(n - 1)
        print(f"{n:2} tables: {factorial(n)} orders, {trees} trees")
    for sizes in [REAL, REAL | {"customers": 20}]:
        print("planned for", sizes["customers"], "customers:")
        print("   ", tree := cheapest(sizes))
        print(f"    cost {cost(tree, sizes):.0f}, real {cost(tree, REAL):.0f}")
