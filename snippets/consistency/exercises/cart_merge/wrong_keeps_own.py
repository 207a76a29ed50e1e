"""A site must pass on removals that it heard of."""


class Cart:
    """One site's copy. Each site has a name of its own."""

    def __init__(self, site: str) -> None:
        """An empty cart."""
        self._site = site
        self._tags = set[tuple[str, str, int]]()
        self._seen = dict[str, int]()

    def add(self, item: str) -> None:
        """Put the item in; again is fine."""
        self._seen[self._site] = self._seen.get(self._site, 0) + 1
        self._tags.add((item, self._site, self._seen[self._site]))

    def remove(self, item: str) -> None:
        """Take the item out, if it is in."""
        self._tags = {tag for tag in self._tags if tag[0] != item}

    def items(self) -> set[str]:
        """What is in the cart, each item once."""
        return {item for item, _, _ in self._tags}

    def merge(self, other: "Cart") -> None:
        """Take over what another copy knows; that one stays as it is.

        An addition that a removal had not seen survives it.
        """
        self._tags |= {
            tag for tag in other._tags if tag[2] > self._seen.get(tag[1], 0)
        }
        for site, count in other._seen.items():
            self._seen[site] = max(count, self._seen.get(site, 0))
