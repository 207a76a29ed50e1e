"""LSM tree: sort in memory, write once in order, never change a file.

Time: O(log n) per put; a get asks run after run. Space: old versions, too.
Source: P. O'Neil et al., "The log-structured merge-tree (LSM-tree)", Acta
Informatica 33, 1996, https://www.cs.umb.edu/~poneil/lsmtree.pdf
"""

type Run = dict[str, str | None]  # in the order of its keys; None: deleted


def merge(newest_first: list[Run]) -> Run:
    """Of each key the entry of the newest run that has it."""
    merged: Run = {}
    for run in reversed(newest_first):
        merged |= run
    return dict(sorted(merged.items()))


class LSMTree:
    """A sorted map; its newest entries, up to `memory`, are in memory."""

    def __init__(self, memory: int) -> None:
        self.memory, self.memtable = memory, dict[str, str | None]()
        self.runs: list[Run] = []  # files, newest first

    def put(self, key: str, value: str | None) -> None:
        """Write without a look at what is on disk."""
        self.memtable[key] = value
        if len(self.memtable) == self.memory:
            self.runs.insert(0, merge([self.memtable]))
            self.memtable = {}

    def delete(self, key: str) -> None:
        """A write like any other, of a tombstone: it hides older values."""
        self.put(key, None)

    def get(self, key: str) -> tuple[str | None, int]:
        """The value or None, and how many runs were asked."""
        for asked, run in enumerate([self.memtable, *self.runs]):
            if key in run:
                return run[key], asked
        return None, len(self.runs)

    def compact(self) -> None:
        """Merge all runs; a tombstone has nothing left to hide."""
        merged = merge(self.runs)
        self.runs = [{k: v for k, v in merged.items() if v is not None}]


if __name__ == "__main__":
    tree = LSMTree(memory=2)
    for user, name in ("17", "ada"), ("42", "bob"), ("17", "grace"):
        tree.put(user, name)
    tree.delete("42")
    tree.put("99", "cyd")
    for _ in range(2):
        print(tree.memtable, *tree.runs, sep=" | ")
        for user in ("99", "17", "42", "50"):
            print("  get {}: {}, runs asked: {}".format(user, *tree.get(user)))
        tree.compact()
