"""Datacentre levels: for how many replicas, and where, a request waits.

Assumed: three replicas of a row in each datacentre, the coordinator in one of
them. ANY and the levels of lightweight transactions are left out.

Time: O(datacentres). Space: O(datacentres).
Source: Cassandra 5.0, native protocol version 5, section 3, [consistency], and
"Dynamo", "Tunable Consistency",
https://cassandra.apache.org/doc/5.0/cassandra/architecture/dynamo.html
"""

from enum import IntEnum

REPLICAS = {"oslo": 3, "rome": 3}
EVERYWHERE = "everywhere"


class Level(IntEnum):
    """As they are numbered on the wire: these are no counts."""

    ONE, TWO, THREE, QUORUM, ALL = 1, 2, 3, 4, 5
    LOCAL_QUORUM, EACH_QUORUM = 6, 7
    LOCAL_ONE = 10


def block_for(
    level: Level, replicas: dict[str, int], local: str
) -> dict[str, int]:
    """How many must answer, by datacentre, or everywhere taken together."""
    total = sum(replicas.values())
    match level:
        case Level.ONE | Level.TWO | Level.THREE:
            return {EVERYWHERE: level.value}
        case Level.QUORUM:
            return {EVERYWHERE: total // 2 + 1}
        case Level.ALL:
            return {EVERYWHERE: total}
        case Level.LOCAL_ONE:
            return {local: 1}
        case Level.LOCAL_QUORUM:
            return {local: replicas[local] // 2 + 1}
    return {place: count // 2 + 1 for place, count in replicas.items()}


def answers(level: Level, up: dict[str, int], local: str) -> bool:
    """Whether enough replicas are in reach of the coordinator."""
    reached = up | {EVERYWHERE: sum(up.values())}
    needed = block_for(level, REPLICAS, local)
    return all(reached[place] >= count for place, count in needed.items())


if __name__ == "__main__":
    faults = [(3, 3), (2, 3), (1, 3), (3, 0)]  # replicas up in oslo, in rome
    print("from oslo     wire  waits for         all 1 down 2 down no rome")
    for level in Level:
        needed = block_for(level, REPLICAS, "oslo")
        waits = ", ".join(f"{n} {place}" for place, n in needed.items())
        ok = [answers(level, {"oslo": a, "rome": b}, "oslo") for a, b in faults]
        marks = [f"{'ok' if each else '-':>6}" for each in ok]
        print(f"{level.name:13} {level.value:4}  {waits:14}", *marks)
