"""Consistency level: a number beside the statement, not a part of it.

Of each replication factor a level needs so many replicas. The level travels
in two bytes of the request, behind the text.
Time: O(1). Space: O(1).
Source: Apache Cassandra, native protocol v5, sections 3 and 4.1.4,
https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v5.spec
"""

import struct
from enum import IntEnum

WISHED = {"ALL": 3, "QUORUM": 2, "ONE": 1}  # as a table of replicas


class Consistency(IntEnum):
    """The protocol's numbers, without ANY, data centres and Paxos."""

    ONE = 1
    TWO = 2
    THREE = 3
    QUORUM = 4
    ALL = 5


def needed(level: Consistency, replicas: int) -> int:
    """How many of the replicas have to answer."""
    match level:
        case Consistency.QUORUM:
            return replicas // 2 + 1
        case Consistency.ALL:
            return replicas
        case _:
            return int(level)


def query(text: str, level: Consistency) -> bytes:
    """The body of a QUERY without options: text, level, flags."""
    encoded = text.encode()
    head = struct.pack(">i", len(encoded))
    return head + encoded + struct.pack(">hi", level, 0)


if __name__ == "__main__":
    body = query("SELECT * FROM users WHERE id = 123", Consistency.QUORUM)
    print(f"after the text: {body[-6:].hex(' ')}\n")
    print("level   on the wire  of 3  of 5")
    for level in Consistency:
        of = [needed(level, n) for n in (3, 5)]
        print(f"{level.name:8}{level:11}{of[0]:6}{of[1]:6}")
    print()
    for name, number in WISHED.items():
        print(f"{name}: {number} is sent as {Consistency(number).name}")
