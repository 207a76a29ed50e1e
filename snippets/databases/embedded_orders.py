"""Embedding: one read for all of a customer, and each write writes all of it.

Assumption: a store writes a changed document as a whole.
Time: O(1) per order. Space: O(orders) in the document.
Source: MongoDB manual, "Avoid Unbounded Arrays",
https://www.mongodb.com/docs/manual/data-modeling/design-antipatterns/unbounded-arrays/
"""

import json
from collections.abc import Iterator

LIMIT = 16 * 1024 * 1024  # bytes of a document, in MongoDB
ITEMS = [{"product": "mug", "price": 950}, {"product": "tea", "price": 550}]


def order(number: int) -> dict[str, object]:
    """An order as it is embedded; prices in cents."""
    return {"id": number, "day": "2026-11-26", "items": ITEMS}


def size(value: object) -> int:
    """Bytes of the value as JSON without spaces."""
    return len(json.dumps(value, separators=(",", ":")).encode())


def growth(limit: int) -> Iterator[tuple[int, int, int, int]]:
    """Per order: orders, document, written as document, written as rows.

    In bytes; it ends with the last order for which the document has room.
    """
    document = size({"_id": 17, "name": "ada", "orders": []})
    as_document = as_rows = count = 0
    while True:
        added = size(order(count))
        grown = document + added + (1 if count else 0)  # a comma
        if grown > limit:
            return
        document, count = grown, count + 1
        as_document += document
        as_rows += added
        yield count, document, as_document, as_rows


if __name__ == "__main__":
    print("the document in kB, written in MB")
    print("orders  document  written  rows  times")
    for count, document, as_document, as_rows in growth(LIMIT):
        if count in (1, 10, 100, 1_000, 10_000):
            print(
                f"{count:6}{document / 1e3:10.1f}"
                f"{as_document / 1e6:9.2f}{as_rows / 1e6:6.2f}"
                f"{as_document / as_rows:7.0f}"
            )
    print(f"no room for order {count + 1:,}")
