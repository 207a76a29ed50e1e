"""Version vectors: which of two versions knew the other, or neither.

A replica counts its own updates. The vector of a version says which updates
it contains: as many of each replica as its entry.

Time: O(replicas) per comparison. Space: O(replicas) per version.
Source: Parker et al., "Detection of mutual inconsistency in distributed
systems", 1983, https://doi.org/10.1109/TSE.1983.236733
"""

from typing import NamedTuple

type Vector = dict[str, int]


class Version(NamedTuple):
    """A value, and the updates that it contains."""

    value: int
    vector: Vector


def contains(a: Vector, b: Vector) -> bool:
    """Whether all updates of b are in a; a missing entry is 0."""
    return all(a.get(replica, 0) >= count for replica, count in b.items())


def relation(a: Vector, b: Vector) -> str:
    """How a stands to b: equal, after, before or concurrent."""
    if contains(a, b):
        return "equal" if contains(b, a) else "after"
    return "before" if contains(b, a) else "concurrent"


def update(replica: str, read: list[Version], value: int) -> Version:
    """A new version in place of those read, the replica's own among them."""
    vector: Vector = {}
    for name, count in [e for v in read for e in v.vector.items()]:
        vector[name] = max(count, vector.get(name, 0))
    return Version(value, vector | {replica: vector.get(replica, 0) + 1})


def sync(mine: list[Version], theirs: list[Version]) -> list[Version]:
    """The siblings: those which no other one contains, each once."""
    both = mine + [version for version in theirs if version not in mine]
    known = [{relation(v.vector, w.vector) for w in both} for v in both]
    return [v for v, to in zip(both, known, strict=True) if "before" not in to]


if __name__ == "__main__":
    a = update("A", [], 25)
    for title, read in {"C has read 25": [a], "C has not": []}.items():
        c = update("C", read, 26)
        print(f"{title}: 25 {a.vector}, 26 {c.vector}")
        kept = [version.value for version in sync([a], [c])]
        print(f"  26 is {relation(c.vector, a.vector)}: kept {kept}")
    b = update("B", sync([a], [c]), 27)
    kept = [version.value for version in sync([b], [a, c])]
    print(f"B has read both: 27 {b.vector}")
    print(f"  25 and 26 come late: kept {kept}")
