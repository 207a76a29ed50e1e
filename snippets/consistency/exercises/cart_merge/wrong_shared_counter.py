"""Sites are programs apart: they share their names and no counter."""

from itertools import count

NUMBERS = count()


class Cart:
    """One site's copy. Each site has a name of its own."""

    def __init__(self, site: str) -> None:
        """An empty cart."""
        self._site = site
        self._added = set[tuple[str, int]]()
        self._removed = set[tuple[str, int]]()

    def add(self, item: str) -> None:
        """Put the item in; again is fine."""
        self._added.add((item, next(NUMBERS)))

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
