"""Two processes that added the servers in another order must agree."""

from bisect import bisect_left
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
        self._owner: dict[int, str] = {}
        self._places: list[int] = []

    def add(self, server: str) -> None:
        """Put the server on the ring; if it is there already, nothing happens.

        The order in which servers were added makes no difference.
        """
        for number in range(self.points):
            self._owner[self.position(f"{server}#{number}")] = server
        self._places = sorted(self._owner)

    def remove(self, server: str) -> None:
        """Take the server off the ring; KeyError if it is not on it."""
        mine = [place for place, name in self._owner.items() if name == server]
        if not mine:
            raise KeyError(server)
        for place in mine:
            del self._owner[place]
        self._places = sorted(self._owner)

    def server_of(self, key: str) -> str:
        """The server of the first point at or after the key's position.

        Behind the last point comes the first. Where several servers have a
        point at the same position, the first name counts. LookupError if the
        ring is empty.
        """
        if not self._places:
            raise LookupError("the ring is empty")
        index = bisect_left(self._places, self.position(key))
        return self._owner[self._places[index % len(self._places)]]
