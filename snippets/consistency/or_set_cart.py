"""OR-set: a removal takes the additions that it has seen, and no other.

An addition gets a dot: the replica, and its count. A cart holds dots, and how
many of each replica it has seen. Absent but seen is removed: no tombstones.

Time: O(dots) per merge. Space: O(items * replicas), most often O(items).
Source: Bieniusa et al., 2012, https://arxiv.org/abs/1210.3368
"""

from dataclasses import dataclass, field

type Dot = tuple[str, str, int]  # item, replica, count
STORIES = ["-lamp | +pen", "-lamp |", "-lamp | +lamp", "-lamp +lamp |"]


@dataclass(slots=True)
class Cart:
    """A replica's copy of a cart."""

    replica: str
    dots: set[Dot] = field(default_factory=set)
    seen: dict[str, int] = field(default_factory=dict)

    def add(self, item: str) -> None:
        """Put it in, by a new dot in place of those that are here."""
        self.remove(item)
        self.seen[self.replica] = self.seen.get(self.replica, 0) + 1
        self.dots.add((item, self.replica, self.seen[self.replica]))

    def remove(self, item: str) -> None:
        """Take it out: all its dots that are here."""
        self.dots = {dot for dot in self.dots if dot[0] != item}

    def unseen(self, other: "Cart") -> set[Dot]:
        """The dots of this one that the other has never seen."""
        return {d for d in self.dots if d[2] > other.seen.get(d[1], 0)}

    def merge(self, other: "Cart") -> None:
        """Take over what the other has added and removed."""
        both = self.dots & other.dots
        self.dots = both | self.unseen(other) | other.unseen(self)
        for name, count in other.seen.items():
            self.seen[name] = max(count, self.seen.get(name, 0))


if __name__ == "__main__":
    print(f"{'left | right':15} {'union':14} {'tombstones':14} OR-set")
    for story in STORIES:
        left, right = Cart("left"), Cart("right")
        left.add("book")
        left.add("lamp")
        right.merge(left)
        for cart, actions in zip([left, right], story.split("|"), strict=True):
            for action in actions.split():
                (cart.add if action[0] == "+" else cart.remove)(action[1:])
        union = {item for item, _, _ in left.dots | right.dots}
        left.merge(right)  # and a tombstone takes a lamp in each story
        sets = union, union - {"lamp"}, {item for item, _, _ in left.dots}
        row = [" ".join(sorted(items)) for items in sets]
        print(f"{story:15} {row[0]:14} {row[1]:14} {row[2]}")
