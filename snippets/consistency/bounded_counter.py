"""Bounded counter: rights to sell are handed on, and never made up.

Three sites sell 99 pieces. Assumed: demand is uneven; now and then one meets
another, and gives it half of the rights that it has more. Then both merge.

Time: O(sites) per sale, O(sites ** 2) per merge. Space: O(sites ** 2).
Source: Balegas et al., "Extending eventually consistent cloud databases for
enforcing numeric invariants", SRDS 2015, https://arxiv.org/abs/1503.09052
"""

from random import Random

STOCK, CUSTOMERS, SITES = 99, 150, range(3)
DEMAND = [7, 2, 1]  # of ten customers
MERGES = 0.05  # chance per customer


class Stock:
    """A site's copy of what each site got, gave to whom, and sold."""

    def __init__(self, site: int) -> None:
        self.site, share = site, STOCK // len(SITES)
        self.given = [[share * (i == j) for j in SITES] for i in SITES]
        self.sold = [0 for _ in SITES]

    def rights(self) -> int:
        """How many this site may still sell, whatever the others do."""
        got = sum(row[self.site] for row in self.given)
        mine = self.given[self.site]  # its own entry: the first share
        return got + mine[self.site] - sum(mine) - self.sold[self.site]

    def merge(self, other: "Stock") -> None:
        """The larger of each entry: they only grow."""
        self.sold = [*map(max, self.sold, other.sold)]
        for row, theirs in zip(self.given, other.given, strict=True):
            row[:] = map(max, row, theirs)


def run(rule: str, rng: Random) -> int:
    """How many pieces the sites sell by the rule."""
    sites = [Stock(i) for i in SITES]
    for _ in range(CUSTOMERS):
        site = sites[rng.choices(SITES, DEMAND)[0]]
        if rng.random() < MERGES:
            one, two = rng.sample(sites, 2)
            one.merge(two)
            more = one.rights() - two.rights()
            if rule == "rights, handed on" and more > 0:
                one.given[one.site][two.site] += more // 2
            two.merge(one)
        left = STOCK - sum(site.sold)  # as this site knows: a PN-counter
        if (left if rule == "PN-counter" else site.rights()) > 0:
            site.sold[site.site] += 1
    return sum(site.sold[site.site] for site in sites)


if __name__ == "__main__":
    for rule in ["PN-counter", "rights, fixed", "rights, handed on"]:
        sold = run(rule, Random(1))
        print(f"{rule:17} {sold:4} sold, {STOCK - sold:4} left")
