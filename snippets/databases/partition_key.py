"""Partition key: rows together that are read together, in order.

Assumption: each partition is on one node, without replicas.
Time: O(log n + rows read) in a partition; O(all rows) without its key.
Space: O(rows), once per table; each query has a table of its own.
Source: Apache Cassandra documentation, CQL, "The PRIMARY KEY",
https://cassandra.apache.org/doc/latest/cassandra/developing/cql/ddl.html
"""

from bisect import bisect_left, insort
from zlib import crc32

NODES = 6
type Rows = list[tuple[int, str]]  # clustering key and value, in its order
type Read = tuple[int, int, int]  # nodes asked, rows read, rows found


class WideColumn:
    """A table whose partitions are spread over nodes by their hash."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Rows]] = [{} for _ in range(NODES)]

    def rows(self, partition: str) -> Rows:
        """Its rows, on the one node that holds them."""
        node = self.nodes[crc32(partition.encode()) % NODES]
        return node.setdefault(partition, [])

    def insert(self, partition: str, cluster: int, value: str) -> None:
        """Add a row to its partition, in order."""
        insort(self.rows(partition), (cluster, value))

    def slice(self, partition: str, start: int, end: int) -> Read:
        """Rows of one partition, from `start` on and before `end`."""
        rows = self.rows(partition)
        first, last = bisect_left(rows, (start,)), bisect_left(rows, (end,))
        return 1, last - first, last - first

    def filter(self, value: str) -> Read:
        """Rows of that value: no key is known, so all are read."""
        parts = [rows for node in self.nodes for rows in node.values()]
        read = [value for rows in parts for _, value in rows]
        return NODES, len(read), read.count(value)


if __name__ == "__main__":
    sensors, states = WideColumn(), WideColumn()
    for minute in range(1_440):
        for sensor in range(20):
            state = "hot" if (minute * 7 + sensor) % 360 == 0 else "ok"
            sensors.insert(f"sensor {sensor}", minute, state)
            states.insert(state, minute * 20 + sensor, f"sensor {sensor}")
    print("nodes asked, rows read, rows found")
    print("an hour of sensor 7:", sensors.slice("sensor 7", 600, 660))
    print("hot, by sensor:     ", sensors.filter("hot"))
    print("hot, a second table:", states.slice("hot", 0, 1_440 * 20))
    for name, table in [("sensor", sensors), ("state", states)]:
        sizes = [sum(map(len, node.values())) for node in table.nodes]
        print(f"rows per node, by {name}:\n  {sizes}")
