"""QPACK: a header block says which entries it needs, and waits for them.

Simplified: fields instead of bytes, and nothing is evicted.

Time: O(blocks * table). Space: O(table + waiting blocks).
Source: RFC 9204, section 2.1.2, https://www.rfc-editor.org/rfc/rfc9204
"""

from dataclasses import dataclass, field

type Field = tuple[str, str]


def hpack(blocks: dict[str, Field | int]) -> dict[str, Field]:
    """By block: a new field is kept, n stands for the n-th newest of them."""
    table, decoded = list[Field](), dict[str, Field]()
    for name, item in blocks.items():
        if isinstance(item, int):
            decoded[name] = table[-item]
        else:
            decoded[name] = item
            table.append(item)
    return decoded


@dataclass(slots=True)
class QpackDecoder:
    """Entries come in order on a stream of their own, blocks in any order."""

    table: list[Field] = field(default_factory=list)
    blocked: dict[str, int] = field(default_factory=dict)

    def insert(self, entry: Field) -> dict[str, Field]:
        """What can now be decoded, by block."""
        self.table.append(entry)
        waiting, self.blocked = self.blocked, {}
        decoded = dict[str, Field]()
        for name, index in waiting.items():
            decoded |= self.decode(name, index)
        return decoded

    def decode(self, name: str, index: int) -> dict[str, Field]:
        """The field by block, or nothing yet; 0 is the first entry of all."""
        if index >= len(self.table):
            self.blocked[name] = index
            return {}
        return {name: self.table[index]}


if __name__ == "__main__":
    ada, bob = ("user", "ada"), ("user", "bob")
    blocks: dict[str, Field | int] = {"A": ada, "B": bob, "C": 1}
    late: dict[str, Field | int] = {"A": ada, "C": 1, "B": bob}
    print("HPACK, in order:     ", hpack(blocks)["C"])
    print("HPACK, B comes last: ", hpack(late)["C"])
    qpack = QpackDecoder()
    print("QPACK, A:            ", qpack.insert(ada) | qpack.decode("A", 0))
    print("QPACK, C, too early: ", qpack.decode("C", 1), "blocked")
    print("QPACK, entry comes:  ", qpack.insert(bob))
    print("QPACK, B comes last: ", qpack.decode("B", 1))
