"""Redirection: a node without the slot says where it is, by MOVED or ASK.

Time: O(1) per request. Space: O(slots) in a client that remembers.
Source: Redis manual, "Redis cluster specification", "ASK redirection",
https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
"""

from binascii import crc_hqx
from bisect import bisect
from dataclasses import dataclass, field

type Table = dict[int, str]  # slot: master

SLOT = crc_hqx(b"user:123", 0) % 16_384
OWNER = {slot: "ABC"[bisect([5_461, 10_923], slot)] for slot in range(16_384)}


@dataclass(slots=True)
class Node:
    """A master: the keys that it has, and the slots that come and go."""

    name: str
    keys: set[str] = field(default_factory=set)
    leaving: Table = field(default_factory=dict)
    arriving: set[int] = field(default_factory=set)

    def get(self, key: str, slot: int, asking: bool) -> tuple[str, str]:
        """What it answers, and the node that it names."""
        if OWNER[slot] != self.name and not (asking and slot in self.arriving):
            return "MOVED", OWNER[slot]
        if slot in self.leaving and key not in self.keys:
            return "ASK", self.leaving[slot]
        return "OK", self.name


def get(nodes: dict[str, Node], table: Table, key: str) -> list[str]:
    """The nodes asked; MOVED corrects the client's table, ASK does not."""
    slot = crc_hqx(key.encode(), 0) % 16_384
    node, answer, asked = table.get(slot, "A"), "", []
    while answer != "OK":
        asked.append(node)
        answer, node = nodes[node].get(key, slot, asking=answer == "ASK")
        if answer == "MOVED":
            table[slot] = node
    return asked


if __name__ == "__main__":
    nodes = {name: Node(name) for name in "ABC"}
    table: Table = {}
    for name in ["first time", "second time"]:
        ways = (get(nodes, table, f"user:{n}") for n in range(1_000))
        print(f"1000 reads, {name}: {sum(map(len, ways))} requests")
    nodes["C"].leaving, nodes["A"].arriving = {SLOT: "A"}, {SLOT}
    for step in ["key at C", "key at A", "slot moved", "once more"]:
        nodes["C"].keys = {"user:123"} if step == "key at C" else set()
        OWNER[SLOT] = "C" if step.startswith("key") else "A"
        asked = get(nodes, table, "user:123")
        print(f"{step}: {', '.join(asked)} asked; table then: {table[SLOT]}")
