"""Of replicas with equal numbers of reads the first is next."""


class Router:
    """Sends each transaction to the primary or to a replica."""

    def __init__(self, replicas: list[str]) -> None:
        self._replayed = dict.fromkeys(replicas, 0)
        self._reads = dict.fromkeys(replicas, 0)
        self._wrote: dict[str, int] = {}

    def committed(self, user: str, position: int) -> None:
        """A transaction of the user was committed at this position."""
        self._wrote[user] = max(position, self._wrote.get(user, 0))

    def replayed(self, replica: str, position: int) -> None:
        """The replica has replayed all commits up to this position.

        Reports may arrive late: positions never go back. KeyError if there
        is no such replica.
        """
        self._replayed[replica] = max(position, self._replayed[replica])

    def route(self, user: str, *, writes: bool) -> str:
        """`primary`, or the replica that takes this transaction.

        One that writes is the primary's. One that only reads goes to a
        replica that has replayed the user's last commit, to the one that was
        sent the fewest reads (of equals the first); to the primary if there
        is none.
        """
        if writes:
            return "primary"
        needed = self._wrote.get(user, 0)
        fresh = [
            replica
            for replica, position in self._replayed.items()
            if position >= needed
        ]
        if not fresh:
            return "primary"
        chosen = min(
            fresh, key=lambda one: (self._reads[one], -self._replayed[one])
        )
        self._reads[chosen] += 1
        return chosen
