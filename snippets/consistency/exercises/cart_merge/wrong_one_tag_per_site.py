"""An item that is put back is a new addition, not the old one."""


class Cart:
    """One site's copy. Each site has a name of its own."""

    def __init__(self, site: str) -> None:
        """An empty cart."""
        self._site = site
        self._added = set[tuple[str, str]]()
        self._removed = set[tuple[str, str]]()

    def add(self, item: str) -> None:
        """Put the item in; again is fine."""
        self._added.add((item, self._site))
        self._removed.discard((item, self._site))

    def remove(self, item: str) -> None:
        """Take the item out, if it is in."""
        self._removed |= {tag for tag in self._added if tag[0] == item}

    def items(self) -> set[str]:
        """What is in the cart, each item once."""
        return {item for item, _ in self._added - self._removed}

    def merge(self, other: "Cart") -> None:
        """Take over what another copy knows; that one stays as it is.

        An addition that a removal had not seen survives it.
        """
        self._added |= other._added
        self._removed |= other._removed
