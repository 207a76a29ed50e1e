"""B+-tree: a few pages lead to any key, and its leaves are in order.

Time: O(log n) pages per look-up and insert, base: the fan-out. Space: O(n).
Source: D. Comer, "The Ubiquitous B-Tree", ACM Computing Surveys 11(2), 1979,
"B+-trees", https://doi.org/10.1145/356770.356776
"""

from bisect import bisect_right, insort


class Page:
    """A leaf holds keys; an inner page separators between its children."""

    def __init__(self, keys: list[int], children: list["Page"]) -> None:
        self.keys, self.children = keys, children
        self.right: Page | None = None  # its neighbour

    def row(self) -> list["Page"]:
        """Itself and the pages to its right, on the same level."""
        pages = [self]
        while page := pages[-1].right:
            pages.append(page)
        return pages


class BPlusTree:
    """A set of keys, in pages of at most `room` keys."""

    def __init__(self, room: int) -> None:
        self.room, self.root = room, Page([], [])

    def path(self, key: int) -> list[Page]:
        """The pages that a look-up reads, from the root to a leaf."""
        path = [self.root]
        while children := path[-1].children:
            path.append(children[bisect_right(path[-1].keys, key)])
        return path

    def insert(self, key: int) -> None:
        """Put a new key into its leaf; split what is too full, upwards."""
        *parents, page = self.path(key)
        insort(page.keys, key)
        while len(page.keys) > self.room:
            half, inner = len(page.keys) // 2, bool(page.children)
            new = Page(page.keys[half + inner :], page.children[half + 1 :])
            separator = page.keys[half]  # which a new leaf has, too
            del page.keys[half:], page.children[half + 1 :]
            page.right, new.right = new, page.right
            page = parents.pop() if parents else Page([], [page])
            insort(page.keys, separator)
            page.children.insert(page.keys.index(separator) + 1, new)
        self.root = parents[0] if parents else page


if __name__ == "__main__":
    tree = BPlusTree(room=3)
    for key in [50, 25, 75, 10, 40, 90, 30, 60, 95, 45, 80]:
        tree.insert(key)
    for page in tree.path(0):
        print(*(other.keys for other in page.row()), sep=" -> ")
