"""A look-up is a binary search, and does not look at every point."""

from bisect import insort
from collections.abc import Callable
from hashlib import blake2b


def position(text: str) -> int:
    """A place on the circle of 2^64, the same in each process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


class HashRing:
    """Servers with `points` points each, at `position(f"{server}#{n}")`."""

    def __init__(
        self, points: int, position: Callable[[str], int] = position
    ) -> None:
        self.points = points
        self.position = position
        self._ring: list[tuple[int, str]] = []  # in order

    def add(self, server: str) -> None:
        """Put the server on the ring; if it is there already, nothing happens.

        The order in which servers were added makes no difference.
        """
        if any(owner == server for _, owner in self._ring):
            return
        for number in range(self.points):
            insort(self._ring, (self.position(f"{server}#{number}"), server))

    def remove(self, server: str) -> None:
        """Take the server off the ring; KeyError if it is not on it."""
        rest = [point for point in self._ring if point[1] != server]
        if len(rest) == len(self._ring):
            raise KeyError(server)
        self._ring = rest

    def server_of(self, key: str) -> str:
        """The server of the first point at or after the key's position.

        Behind the last point comes the first. Where several servers have a
        point at the same position, the first name counts. LookupError if the
        ring is empty.
        """
        if not self._ring:
            raise LookupError("the ring is empty")
        place = self.position(key)
        for point, server in self._ring:
            if point >= place:
                return server
        return self._ring[0][1]
