"""Per operation: one shop, one partition, and a choice for each operation.

For an hour the link of two sites is cut; a majority of replicas is on the
left. Half way the left changes a price. Escrow divides the stock beforehand.
Time: O(users). Space: O(users).
Source: O'Neil, "The Escrow Transactional Method", ACM TODS 11(4), 1986,
https://doi.org/10.1145/7239.7265
"""

from random import Random

STOCK, SEED = 100, 1
SHARES = {"left": 60, "right": 40}  # of the stock, by escrow
DEMAND = {"left": 90, "right": 60}  # users in that hour: one piece each
SITES, MAJORITY = ["left", "right"], "left"
Result = tuple[dict[str, int], str]  # answered at each site; what it cost


def see_price(sites: list[str], agreed: bool) -> Result:
    """Each user looks at the price: agreed on, or of the site's own copy."""
    answering = [MAJORITY] if agreed else sites
    late = [site for site in sites[len(sites) // 2 :] if site in answering]
    old = len(late) - late.count(MAJORITY)
    answered = {site: sites.count(site) * (site in answering) for site in SITES}
    return answered, f"{old} see an old price"


def fill_cart(sites: list[str], merged: bool) -> Result:
    """Each user adds to a cart; every fifth has used the other site before."""
    lost = 0
    for number in range(0, len(sites), 5):
        older, newer = {f"lamp {number}"}, {f"book {number}"}
        lost += not older <= (older | newer if merged else newer)
    return {s: sites.count(s) for s in SITES}, f"{lost} carts lose an item"


def buy(sites: list[str], policy: str) -> Result:
    """Each user wants a piece: by `alone`, `majority` or `escrow`."""
    stock = SHARES if policy == "escrow" else dict.fromkeys(SITES, STOCK)
    sold = dict.fromkeys(SITES, 0)
    for site in sites:
        if policy != "majority" or site == MAJORITY:
            sold[site] += sold[site] < stock[site]
    return sold, f"{sum(sold.values())} of {STOCK} sold"


if __name__ == "__main__":
    users = [site for site in SITES for _ in range(DEMAND[site])]
    Random(SEED).shuffle(users)
    for title, (done, harm) in {
        "price, own copy": see_price(users, agreed=False),
        "price, agreed": see_price(users, agreed=True),
        "cart, merged": fill_cart(users, merged=True),
        "cart, last write wins": fill_cart(users, merged=False),
        "buy, each alone": buy(users, "alone"),
        "buy, by majority": buy(users, "majority"),
        "buy, by escrow": buy(users, "escrow"),
    }.items():
        row = " ".join(f"{done[s] / DEMAND[s]:5.0%}" for s in SITES)
        print(f"{title:21} {row}  {harm}")
