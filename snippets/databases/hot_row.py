"""Hot row: a count in one row is changed by one transaction at a time.

Time: O(posts). Space: O(rows).
Source: PostgreSQL manual, section 13.3.2, "Row-Level Locks",
https://www.postgresql.org/docs/current/explicit-locking.html
"""

from random import Random

SEED = 17
POSTS = 5_000
PER_SECOND = 250  # posts of one author, at random times
HOLD = 0.005  # seconds from the UPDATE of the count to the end of COMMIT


def waits(rows: int, random: Random) -> list[float]:
    """Seconds that each post waits, its count spread over so many rows."""
    now = 0.0
    free = [0.0] * rows  # when the lock on each row is released
    found = []
    for _ in range(POSTS):
        now += random.expovariate(PER_SECOND)
        row = random.randrange(rows)
        start = max(now, free[row])
        free[row] = start + HOLD
        found.append(start - now)
    return found


if __name__ == "__main__":
    print(f"{PER_SECOND} posts/s, {1 / HOLD:.0f} commits/s per row")
    for rows in [1, 2, 8]:
        found = waits(rows, Random(SEED))
        mean, last = (1_000 * wait for wait in (sum(found) / POSTS, found[-1]))
        print(f"rows: {rows}  mean wait {mean:6.1f} ms  last {last:6.1f} ms")
