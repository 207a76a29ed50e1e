"""What was added is in the cart, each item once."""


class Cart:
    """One site's copy. Each site has a name of its own."""

    def __init__(self, site: str) -> None:
        """An empty cart."""
        self._site = site
        self._items = set[str]()
        self._removed = set[str]()

    def add(self, item: str) -> None:
        """Put the item in; again is fine."""
        self._items.add(item)

    def remove(self, item: str) -> None:
        """Take the item out, if it is in."""
        self._removed.add(item)

    def items(self) -> set[str]:
        """What is in the cart, each item once."""
        return self._items - self._removed

    def merge(self, other: "Cart") -> None:
        """Take over what another copy knows; that one stays as it is.

        An addition that a removal had not seen survives it.
        """
        self._removed |= other._removed
        self._items |= other._items
