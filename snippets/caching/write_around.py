"""Write-around: a write goes past the cache, so only what is read fills it.

Assumed: 1,000 orders are written, then 50 of them read, four times each.

Time: O(1) per request. Space: O(entries that were read).
Source: N. Jouppi, "Cache write policies and performance", ISCA 1993,
https://doi.org/10.1109/ISCA.1993.698560
"""

from sqlite3 import Connection, connect

from fakeredis import FakeRedis
from redis import Redis

WRITTEN, READ, TIMES = 1_000, 50, 4


class Orders:
    """States of orders; `policy` says what a write does to the cache."""

    def __init__(self, cache: Redis, database: Connection, policy: str) -> None:
        self.cache, self.database, self.policy = cache, database, policy
        self.misses = 0
        database.execute("CREATE TABLE orders (id PRIMARY KEY, state)")

    def write(self, order: int, state: str) -> None:
        """Commit, then store the entry, leave it, or delete it."""
        upsert = "REPLACE INTO orders VALUES (?, ?)"
        with self.database as transaction:
            transaction.execute(upsert, (order, state))
        if self.policy == "through":
            self.cache.set(f"order:{order}", state, ex=3600)
        elif self.policy == "delete":
            self.cache.delete(f"order:{order}")

    def read(self, order: int) -> str:
        """The state of an order that exists."""
        held = self.cache.get(f"order:{order}")
        if held is not None:
            return str(held)
        self.misses += 1
        select = "SELECT state FROM orders WHERE id = ?"
        (state,) = self.database.execute(select, (order,)).fetchone()
        self.cache.set(f"order:{order}", state, ex=3600)
        return str(state)


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    print("policy   entries  misses  order 7, now paid")
    for policy in ["through", "around", "delete"]:
        cache.flushdb()
        orders = Orders(cache, connect(":memory:"), policy)
        for order in range(WRITTEN):
            orders.write(order, "open")
        for order in [*range(READ)] * TIMES:
            orders.read(order)
        counts = f"{cache.dbsize():7}{orders.misses:8}"
        orders.write(7, "paid")
        print(f"{policy:9}{counts}  is read as {orders.read(7)}")
