"""Payment beside a transaction: a rollback gives no money back.

Assumed: one crash, after some step; what was committed stays; the customer,
who has no answer, sends the same order again.

Time: O(1) per order. Space: O(orders not yet charged).
Source: C. Richardson, "Pattern: Transactional outbox",
https://microservices.io/patterns/data/transactional-outbox.html
"""

import sqlite3

PLANS = {  # the steps of a request; then, if there is an outbox, the relay's
    "charge, then commit": (["order", "charge", "commit"], []),
    "commit, then charge": (["order", "commit", "charge"], []),
    "outbox, no key": (["order", "note", "commit"], ["charge", "mark"]),
    "outbox and key": (["order", "note", "commit"], ["charge", "mark"]),
}
SQL = {
    "order": "INSERT INTO orders VALUES (17)",
    "note": "INSERT INTO outbox VALUES (17)",
    "commit": "COMMIT",
    "mark": "DELETE FROM outbox WHERE id = 17",
}


def after_crash(plan: str, steps_done: int) -> tuple[int, int]:
    """Orders and charges in the end."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript("CREATE TABLE orders (id); CREATE TABLE outbox (id)")
    charges: list[str] = []  # at the provider, which no rollback reaches

    def run(steps: list[str]) -> None:
        for step in steps:
            if step != "charge":
                db.execute(SQL[step])
            elif "order 17" not in charges or plan != "outbox and key":
                charges.append("order 17")

    request, relay = PLANS[plan]
    db.execute("BEGIN")
    run([*request, *relay][:steps_done])
    if db.in_transaction:
        db.rollback()  # what a restarted database does
    if not db.execute("SELECT * FROM orders").fetchall():
        db.execute("BEGIN")
        run(request)  # sent again, and not known yet
    if db.execute("SELECT * FROM outbox").fetchall():
        run(relay)
    (orders,) = db.execute("SELECT count(*) FROM orders").fetchone()
    db.close()
    return orders, len(charges)


if __name__ == "__main__":
    for plan, (request, relay) in PLANS.items():
        print(f"{plan}; a crash")
        for done, step in enumerate([*request, *relay], start=1):
            orders, charges = after_crash(plan, done)
            print(f"  after {step:6}  orders {orders}, charges {charges}")
