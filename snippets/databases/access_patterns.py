"""Access pattern: a key answers the questions that name it, and no other.

A shop's order lines, grouped into records by one key. A record is read as a
whole; which records hold an answer is known if the question names the key.
Time: O(lines) per question here. Space: O(lines) per layout.
Source: Apache Cassandra documentation, "Data Modeling",
https://cassandra.apache.org/doc/latest/cassandra/developing/data-modeling/intro.html
"""

from typing import Literal, NamedTuple

type Field = Literal["order", "customer", "product"]
KEYS: list[Field] = ["order", "customer", "product"]


class Line(NamedTuple):
    """A product in an order of a customer."""

    order: int
    customer: int
    product: int


class Read(NamedTuple):
    """What was fetched: records, and the lines in them."""

    records: int
    lines: int

    def __str__(self) -> str:
        return f"{self.records}x{self.lines // self.records}"


LINES = [
    Line(order, order * 7 % 200, (order * 11 + n * 17) % 50)
    for order in range(2_000)
    for n in range(3)
]


def ask(layout: Field, asked: Field, value: int) -> tuple[list[Line], Read]:
    """The lines with that value, and what was fetched to find them."""
    records: dict[int, list[Line]] = {}
    for line in LINES:
        records.setdefault(getattr(line, layout), []).append(line)
    fetched = [records[value]] if layout == asked else [*records.values()]
    lines = [line for record in fetched for line in record]
    found = [line for line in lines if getattr(line, asked) == value]
    return found, Read(len(fetched), len(lines))


if __name__ == "__main__":
    print("records read x lines in each    rows")
    print("by      " + " ".join(f"{key:>8}" for key in KEYS))
    for asked in KEYS:
        reads = [ask(layout, asked, 7) for layout in KEYS]
        cells = " ".join(f"{read!s:>8}" for _, read in reads)
        print(f"{asked:8}{cells} {len(reads[0][0]):3}")
