"""Vector clock or version vector: events of processes, or updates of data.

Two replicas hold one value. A writes it, then messages bring nothing new. A
vector clock counts every event of a process, a version vector its updates.

Time: O(processes) per event. Space: O(processes).
Source: Mattern, "Virtual time and global states of distributed systems", 1989,
https://www.vs.inf.ethz.ch/publ/papers/VirtTimeGlobStates.pdf
"""

A, B = 0, 1
type Vector = list[int]


def relation(a: Vector, b: Vector) -> str:
    """How a stands to b: equal, after, before or concurrent."""
    larger = [*map(max, a, b)]
    names = {(True, True): "equal", (True, False): "after"}
    names |= {(False, True): "before", (False, False): "concurrent"}
    return names[larger == a, larger == b]


class Node:
    """A process with a vector clock, and a value with a version vector."""

    def __init__(self, name: int) -> None:
        self.name, self.clock, self.version = name, [0, 0], [0, 0]

    def write(self) -> None:
        """An update: an event, and a new version."""
        self.clock[self.name] += 1
        self.version[self.name] += 1

    def tell(self, other: "Node") -> None:
        """Send clock and value: an event here, one there, no update."""
        self.clock[self.name] += 1
        other.clock = [*map(max, self.clock, other.clock)]
        other.clock[other.name] += 1
        other.version = [*map(max, self.version, other.version)]


if __name__ == "__main__":
    a, b = Node(A), Node(B)
    steps = {
        "A writes": [a.write],
        "A tells B": [lambda: a.tell(b)],
        "B tells A": [lambda: b.tell(a)],
        "A tells B again": [lambda: a.tell(b)],
        "both write": [a.write, b.write],
    }
    print(f"{'':15} {'clocks':26} versions")
    for title, actions in steps.items():
        for act in actions:
            act()
        clocks = f"{a.clock} {b.clock} {relation(a.clock, b.clock)}"
        versions = f"{a.version} {b.version} {relation(a.version, b.version)}"
        print(f"{title:15} {clocks:26} {versions}")
