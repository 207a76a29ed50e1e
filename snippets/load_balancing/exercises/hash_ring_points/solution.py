"""Hash ring: servers come and go, and only their own keys move."""

# BEGIN SOLUTION
from bisect import bisect_left, insort
from collections.abc import Callable
from hashlib import blake2b

# STARTER
# from bisect import bisect
# from collections.abc import Callable
# from hashlib import blake2b
# END SOLUTION


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
        # BEGIN SOLUTION
        self._ring: list[tuple[int, str]] = []  # in order
        # STARTER
        # self._owner: dict[int, str] = {}
        # self._places: list[int] = []  # in order
        # END SOLUTION

    def add(self, server: str) -> None:
        """Put the server on the ring; if it is there already, nothing happens.

        The order in which servers were added makes no difference.
        """
        # BEGIN SOLUTION
        if any(owner == server for _, owner in self._ring):
            return
        for number in range(self.points):
            insort(self._ring, (self.position(f"{server}#{number}"), server))
        # STARTER
        # for number in range(self.points):
        #     self._owner[self.position(f"{server}#{number}")] = server
        # self._places = sorted(self._owner)
        # END SOLUTION

    def remove(self, server: str) -> None:
        """Take the server off the ring; KeyError if it is not on it."""
        # BEGIN SOLUTION
        rest = [point for point in self._ring if point[1] != server]
        if len(rest) == len(self._ring):
            raise KeyError(server)
        self._ring = rest
        # STARTER
        # for number in range(self.points):
        #     del self._owner[self.position(f"{server}#{number}")]
        # self._places = sorted(self._owner)
        # END SOLUTION

    def server_of(self, key: str) -> str:
        """The server of the first point at or after the key's position.

        Behind the last point comes the first. Where several servers have a
        point at the same position, the first name counts. LookupError if the
        ring is empty.
        """
        # BEGIN SOLUTION
        if not self._ring:
            raise LookupError("the ring is empty")
        index = bisect_left(self._ring, (self.position(key),))
        return self._ring[index % len(self._ring)][1]
        # STARTER
        # index = bisect(self._places, self.position(key))
        # return self._owner[self._places[min(index, len(self._places) - 1)]]
        # END SOLUTION
