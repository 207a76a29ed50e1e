"""Row lock budget: what one row can take depends on where it is locked.

Time: O(s) for a transaction of s statements. Space: O(s).
Source: L. Kleinrock, Queueing Systems, volume 1, 1975: the M/G/1 queue, here
with service of a constant length.
"""

TRIP, FLUSH, PROVIDER = 1, 3, 300  # ms: a statement, a commit, a payment
ORDERS, SHARE = 300, 0.4  # per second; of them with the product of the day
PLANS = {
    "charge inside": ["look", "stock", "order", "lines", "charge", "commit"],
    "stock early": ["look", "stock", "order", "lines", "outbox", "commit"],
    "stock late": ["look", "order", "lines", "outbox", "stock", "commit"],
}


def held(plan: list[str]) -> int:
    """How long the lock on the product's row is held, in ms."""
    behind = plan[plan.index("stock") + 1 :]
    extra = {"commit": FLUSH, "charge": PROVIDER - TRIP}
    return sum(TRIP + extra.get(step, 0) for step in behind)


def mean_wait(per_second: float, hold: int) -> float | None:
    """For the row, in ms, of those who come at random; None: for ever more."""
    busy = per_second * hold / 1000
    return None if busy >= 1 else busy * hold / (2 * (1 - busy))


if __name__ == "__main__":
    wanted = ORDERS * SHARE
    print(f"{wanted:.0f} orders/s want one row")
    print("               held   most   wait")
    for name, plan in PLANS.items():
        hold = held(plan)
        wait = mean_wait(wanted, hold)
        shown = "grows" if wait is None else f"{wait:4.1f} ms"
        print(f"{name:13}{hold:4} ms  {1000 // hold:3}/s  {shown}")
