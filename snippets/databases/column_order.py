"""Column order: equality before range, whichever of them selects more.

Time: O(log n + entries visited) per query. Space: O(n).
Source: PostgreSQL manual, section 11.3, "Multicolumn Indexes",
https://www.postgresql.org/docs/current/indexes-multicolumn.html
"""

from bisect import bisect_left, bisect_right

FAILED, PAID = 0, 1
type Row = dict[str, int]
type Limits = tuple[int, int]  # from and to, both included


def visited(
    rows: list[Row], columns: list[str], where: dict[str, Limits]
) -> int:
    """Entries of an index on the columns that the query has to look at."""
    index = sorted(tuple(row[column] for column in columns) for row in rows)
    low: list[int] = []
    high: list[int] = []
    for column in columns:
        if column not in where:
            break
        low.append(where[column][0])
        high.append(where[column][1])
        if low != high:
            break  # behind a range the next column is in no order

    def beginning(entry: tuple[int, ...]) -> list[int]:
        return list(entry[: len(low)])

    start = bisect_left(index, low, key=beginning)
    return bisect_right(index, high, key=beginning) - start


if __name__ == "__main__":
    payments = [
        {"created": n // 20, "status": PAID if n % 10 else FAILED}
        for n in range(100_000)  # 20 per minute, two of them failed
    ]
    failed = {"status": (FAILED, FAILED)}
    hour = {"created": (3_000, 3_059)}
    minute = {"created": (3_000, 3_000)}
    orders = [["created", "status"], ["status", "created"]]
    print("A: created, status  B: status, created")
    print(f"{'visited':18}{'A':>10}{'B':>10}")
    for name, where in [
        ("failed in an hour", failed | hour),
        ("failed in a minute", failed | minute),
        ("all in an hour", hour),
        ("all failed", failed),
    ]:
        counts = [visited(payments, order, where) for order in orders]
        print(f"{name:18}", *(f"{count:9,}" for count in counts))
