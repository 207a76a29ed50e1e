"""What was removed must not come back by a merge."""


class Cart:
    """One site's copy. Each site has a name of its own."""

    def __init__(self, site: str) -> None:
        """An empty cart."""
        self._site = site
        self._items = set[str]()
        self._removed = set[str]()

    def add(self, item: str) -> None:
        """Put the item in; again is fine."""
        self._removed.discard(item)
        self._items.add(item)

    def remove(self, item: str) -> None:
        """Take the item out, if it is in."""
        self._items.discard(item)
        self._removed.add(item)

    def items(self) -> set[str]:
        """What is in the cart, each item once."""
        return set(self._items)

    def merge(self, other: "Cart") -> None:
        """Take over what another copy knows; that one stays as it is.

        An addition that a removal had not seen survives it.
        """
        there = self._items | other._items
        self._removed = (self._removed | other._removed) - there
        self._items = there - self._removed
