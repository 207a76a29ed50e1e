"""Dots: each sibling keeps the one update that made it, so none is confused.

Two browser tabs write through one server by turns. A tab gives the context it
got with its last answer: so it has seen all but the other's newest write.

Time: O(siblings) per write. Space: O(siblings + servers) per key.
Source: Preguiça et al., "Dotted version vectors: logical clocks for
optimistic replication", 2010, https://arxiv.org/abs/1011.5808
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Key:
    """The siblings of a key at one server, by one of three schemes.

    A version vector of one server is one number: how many writes it contains.
    """

    scheme: str
    seen: int = 0
    siblings: dict[int, str] = field(default_factory=dict)  # by their dots

    def put(self, value: str, context: int) -> int:
        """Store it in place of what its context contains; the new context."""
        if self.scheme == "vector each":  # the new one is above all others
            context = self.seen
        elif self.scheme == "vector for all" and context < self.seen:
            context = 0  # concurrent with something: so with all of them
        self.siblings = {
            dot: sibling
            for dot, sibling in self.siblings.items()
            if dot > context
        }
        self.seen += 1
        self.siblings[self.seen] = value
        return self.seen


def by_turns(scheme: str, writes: int) -> Key:
    """The key after two tabs wrote x1, y1, x2, y2 and so on."""
    key = Key(scheme)
    contexts = {"x": 0, "y": 0}
    for number in range(writes):
        tab = "xy"[number % 2]
        value = f"{tab}{number // 2 + 1}"
        contexts[tab] = key.put(value, contexts[tab])
    return key


if __name__ == "__main__":
    print("scheme          after 6 writes      after 20  200")
    for scheme in ["vector each", "vector for all", "dots"]:
        siblings = " ".join(by_turns(scheme, 6).siblings.values())
        many = [len(by_turns(scheme, n).siblings) for n in (20, 200)]
        print(f"{scheme:15} {siblings:19} {many[0]:8} {many[1]:4}")
    key = by_turns("dots", 6)
    key.put("merged", key.seen)
    print("who has read all siblings replaces them:", *key.siblings.values())
