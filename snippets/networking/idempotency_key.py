"""Idempotency key: a POST that may be sent again, and charges once.

Assumed: one client, whose name else is part of the key; keys don't expire.

Time: O(log keys) per request. Space: O(keys).
Source: draft-ietf-httpapi-idempotency-key-header-07 §2,
https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

from sqlite3 import Connection, connect

SCHEMA = """CREATE TABLE charges (id INTEGER PRIMARY KEY, cents INTEGER);
CREATE TABLE keys (key TEXT PRIMARY KEY, cents INTEGER, answer TEXT)"""


def charge(
    db: Connection, key: str, cents: int, together: bool, crash: bool
) -> tuple[int, str]:
    """Status and answer; a key that is known gets its first answer again.

    Raises ConnectionError if the server crashes between charge and key, and
    IntegrityError if another request has stored the key meanwhile.
    """
    known = db.execute("SELECT cents, answer FROM keys WHERE key = ?", [key])
    for paid, answer in known:
        return (201, answer) if paid == cents else (422, "key used before")
    with db:  # a transaction, undone if an error ends it
        row = db.execute("INSERT INTO charges (cents) VALUES (?)", [cents])
        answer = f"charge {row.lastrowid}: {cents} cents"
        if not together:
            db.commit()
        if crash:
            raise ConnectionError("the server has crashed")
        db.execute("INSERT INTO keys VALUES (?, ?, ?)", [key, cents, answer])
    return 201, answer


if __name__ == "__main__":
    for together in [False, True]:
        db = connect(":memory:")
        db.executescript(SCHEMA)
        print("Key and charge", "in one transaction" if together else "apart")
        for cents, crash in [
            (999, True),
            (999, False),
            (999, False),
            (5, False),
        ]:
            try:
                print("  ", *charge(db, "order-17", cents, together, crash))
            except ConnectionError:
                print("   no answer")
        [total] = db.execute("SELECT count(*) FROM charges").fetchone()
        print(f"   charges: {total}")
