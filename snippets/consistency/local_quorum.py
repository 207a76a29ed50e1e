"""Local quorum: one datacentre reads its own writes, the others need not.

Assumed: at the worst moment, no replica has the write but those that were
waited for, any of which is as likely as another; a read asks as many as its
level waits for.

Time: O(draws * replicas). Space: O(replicas).
Source: Cassandra 5.0, "Dynamo", "Picking Consistency Levels",
https://cassandra.apache.org/doc/5.0/cassandra/architecture/dynamo.html
"""

from random import Random

DRAWS = 4_000
OSLO, ROME = {"o1", "o2", "o3"}, {"r1", "r2", "r3"}
# Groups of replicas, and how many of each group answer.
LEVELS = {
    "ONE": [("both", 1)],
    "QUORUM": [("both", 4)],
    "LOCAL_QUORUM": [("local", 2)],
    "EACH_QUORUM": [("local", 2), ("remote", 2)],
    "ALL": [("both", 6)],
}


def answered(level: str, local: set[str], rng: Random) -> set[str]:
    """Replicas that the level is content with, drawn."""
    every = OSLO | ROME
    groups = {"both": every, "local": local, "remote": every - local}
    return {
        replica
        for group, count in LEVELS[level]
        for replica in rng.sample(sorted(groups[group]), count)
    }


def missed(write: str, read: str, reader: set[str], rng: Random) -> float:
    """The share of reads that don't meet a write made in oslo."""
    draws = [
        answered(write, OSLO, rng).isdisjoint(answered(read, reader, rng))
        for _ in range(DRAWS)
    ]
    return sum(draws) / DRAWS


if __name__ == "__main__":
    pairs = [
        ("ONE", "ONE"), ("ALL", "ALL"), ("ALL", "ONE"),
        ("QUORUM", "QUORUM"), ("LOCAL_QUORUM", "LOCAL_QUORUM"),
        ("QUORUM", "LOCAL_QUORUM"), ("EACH_QUORUM", "LOCAL_QUORUM"),
    ]  # fmt: skip
    print("written in oslo  read           in oslo     in rome")
    for write, read in pairs:
        misses = [missed(write, read, at, Random(1)) for at in (OSLO, ROME)]
        shown = [f"{m:.0%} miss" if m else "sees it" for m in misses]
        print(f"{write:16} {read:14} {shown[0]:11} {shown[1]}")
