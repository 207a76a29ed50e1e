"""Transactional outbox: the event is committed with what it reports.

Assumed: one crash, after some step; what was committed stays; a new relay
goes on with what it finds in the outbox.

Time: O(1) per event. Space: O(events not yet delivered).
Source: C. Richardson, "Pattern: Transactional outbox",
https://microservices.io/patterns/data/transactional-outbox.html
"""

import sqlite3

PLANS = {  # a writer's steps; then, if there is an outbox, the relay's
    "no outbox": (["update", "commit", "delete"], []),
    "mark, delete": (["update", "note", "commit"], ["mark", "delete"]),
    "delete, mark": (["update", "note", "commit"], ["delete", "mark"]),
}
SQL = {
    "update": "UPDATE product SET price = 12",
    "note": "INSERT INTO outbox (key) VALUES ('price')",
    "commit": "COMMIT",
    "mark": "DELETE FROM outbox WHERE id = 1",
}


def after_crash(plan: str, steps_done: int) -> tuple[bool, int]:
    """Whether the cache is stale in the end, and how many deletes it got."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE product AS SELECT 10 AS price")
    db.execute("CREATE TABLE outbox (id INTEGER PRIMARY KEY, key TEXT)")
    cache, deletes = {"price": 10}, 0

    def run(steps: list[str]) -> None:
        nonlocal deletes
        for step in steps:
            if step == "delete":
                cache.pop("price", None)
                deletes += 1
            else:
                db.execute(SQL[step])

    writer, relay = PLANS[plan]
    db.execute("BEGIN")
    run([*writer, *relay][:steps_done])
    if db.in_transaction:
        db.rollback()  # what a restarted database does
    if db.execute("SELECT * FROM outbox").fetchall():
        run(relay)
    (price,) = db.execute("SELECT price FROM product").fetchone()
    db.close()
    return cache.get("price", price) != price, deletes


if __name__ == "__main__":
    for plan, (writer, relay) in PLANS.items():
        print(f"{plan}:")
        for done, step in enumerate([*writer, *relay], start=1):
            stale, deletes = after_crash(plan, done)
            ends = "STALE" if stale else "fresh"
            print(f"  crash after {step:6} {ends}, deletes: {deletes}")
