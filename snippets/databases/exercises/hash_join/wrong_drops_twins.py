"""Two rows that are equal are two rows, on either side."""

from collections.abc import Hashable, Iterable, Iterator


def hash_join[K: Hashable, L, R](
    left: Iterable[tuple[K | None, L]],
    right: Iterable[tuple[K | None, R]],
    *,
    outer: bool = False,
) -> Iterator[tuple[L, R | None]]:
    """Pairs of values whose keys are equal; each row is a key and a value.

    They come in the order of the left side, and for one left row in that of
    the right side. A left join, `outer`, also gives a left row that has no
    partner, with None. A key None is NULL: equal to nothing, not even to None.

    The right side is read once, and its rows that can be found are held. The
    left side is read row by row.
    """
    held: dict[K, list[R]] = {}
    for key, partner in right:
        if key is not None:
            partners = held.setdefault(key, [])
            if partner not in partners:
                partners.append(partner)
    for key, value in left:
        found = [] if key is None else held.get(key, [])
        for partner in found:
            yield value, partner
        if outer and not found:
            yield value, None
