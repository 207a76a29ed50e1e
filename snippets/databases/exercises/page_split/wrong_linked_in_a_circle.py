"""The last leaf knows no next one."""

from bisect import bisect_right

Entry = tuple[int, ...]  # key and row; several rows may share a key


class Page:
    """A leaf holds entries; an inner page separators between its children.

    A separator is not above the entries to its right, and above all to
    its left.
    """

    def __init__(self, entries: list[Entry], children: list["Page"]) -> None:
        self.entries, self.children = entries, children
        self.right: Page | None = None  # of a leaf: the next leaf


class Index:
    """Keys and their rows in pages of at most `room` entries, 3 or more."""

    def __init__(self, room: int) -> None:
        self.room, self.root = room, Page([], [])

    def _path(self, entry: Entry) -> list[Page]:
        """The pages from the root to the leaf that the entry belongs to."""
        path = [self.root]
        while path[-1].children:
            at = bisect_right(path[-1].entries, entry)
            path.append(path[-1].children[at])
        return path

    def insert(self, key: int, row: int) -> None:
        """Add the entry, which is not there yet; split what is too full."""
        *parents, page = self._path((key, row))
        page.entries.insert(bisect_right(page.entries, (key, row)), (key, row))
        while len(page.entries) > self.room:
            half = len(page.entries) // 2
            separator = page.entries[half]
            if page.children:
                new = Page(page.entries[half + 1 :], page.children[half + 1 :])
                del page.children[half + 1 :]
            else:
                new = Page(page.entries[half:], [])
                page.right = new
                new.right = page.right
            del page.entries[half:]
            if page is self.root:
                self.root = Page([], [page])
                parents = [self.root]
            page = parents.pop()
            at = bisect_right(page.entries, separator)
            page.entries.insert(at, separator)
            page.children.insert(at + 1, new)

    def find(self, low: int, high: int) -> list[int]:
        """The rows of the keys from low to high, by key and then by row.

        It reads one path, and then leaf after leaf as far as needed.
        """
        leaf: Page | None = self._path((low,))[-1]
        rows: list[int] = []
        while leaf:
            for key, row in leaf.entries:
                if key > high:
                    return rows
                if key >= low:
                    rows.append(row)
            leaf = leaf.right
        return rows
