"""Seats that are held for ten minutes, and sold to one guest each."""

import sqlite3

HOLD = 600  # seconds
TABLES = """
CREATE TABLE seats (
    seat TEXT PRIMARY KEY,
    hold INTEGER NOT NULL DEFAULT 0,
    until INTEGER NOT NULL DEFAULT 0,
    sold_to TEXT
);
"""


def hold(database: sqlite3.Connection, seat: str, now: int) -> int | None:
    """Hold a seat until `now + HOLD`; the hold's number.

    None if it is sold, or held by somebody. At `until` a hold has ended.
    """
    # BEGIN SOLUTION
    found = database.execute(
        "UPDATE seats SET hold = hold + 1, until = ?"
        " WHERE seat = ? AND sold_to IS NULL AND until <= ? RETURNING hold",
        (now + HOLD, seat, now),
    ).fetchone()
    return found and int(found[0])
    # STARTER
    # found = database.execute(
    #     "SELECT seat FROM seats WHERE seat = ? AND until <= ?", (seat, now)
    # ).fetchone()
    # if found is None:
    #     return None
    # database.execute(
    #     "UPDATE seats SET hold = ?, until = ? WHERE seat = ?",
    #     (now, now + HOLD, seat),
    # )
    # return now
    # END SOLUTION


def sell(
    database: sqlite3.Connection, seat: str, number: int, guest: str
) -> bool:
    """Sell a seat to the guest of its last hold; whether it is the guest's.

    A payment may come late: if nobody else has held the seat since, it is
    sold all the same. The same guest may ask again.
    """
    # BEGIN SOLUTION
    database.execute(
        "UPDATE seats SET sold_to = ?"
        " WHERE seat = ? AND hold = ? AND sold_to IS NULL",
        (guest, seat, number),
    )
    [sold_to] = database.execute(
        "SELECT sold_to FROM seats WHERE seat = ?", (seat,)
    ).fetchone()
    return bool(sold_to == guest)
    # STARTER
    # database.execute(
    #     "UPDATE seats SET sold_to = ? WHERE seat = ?", (guest, seat)
    # )
    # return True
    # END SOLUTION


def release(database: sqlite3.Connection, seat: str, number: int) -> None:
    """End a hold before its time, so that nothing can be bought by it.

    Nothing is done if it is not the last one.
    """
    # BEGIN SOLUTION
    database.execute(
        "UPDATE seats SET until = 0, hold = hold + 1"
        " WHERE seat = ? AND hold = ? AND sold_to IS NULL",
        (seat, number),
    )
    # STARTER
    # database.execute(
    #     "UPDATE seats SET hold = 0, until = 0 WHERE seat = ?", (seat,)
    # )
    # END SOLUTION
