"""One replica counts 1 + 5 - 2 + 0 + 1."""

type State = dict[str, tuple[int, int]]


class Counter:
    """One replica's copy. Each replica has a name of its own."""

    def __init__(self, replica: str) -> None:
        """A counter at 0."""
        self._replica = replica
        self._counts: State = {}

    def add(self, amount: int = 1) -> None:
        """Raise the value, or lower it by an amount below 0."""
        raised, lowered = self._counts.get(self._replica, (0, 0))
        self._counts[self._replica] = (
            raised + (amount > 0),
            lowered + max(-amount, 0),
        )

    def value(self) -> int:
        """What all replicas have added, as far as this one knows."""
        return sum(up - down for up, down in self._counts.values())

    def state(self) -> State:
        """What this replica knows, to be sent; it does not change later."""
        return dict(self._counts)

    def merge(self, state: State) -> None:
        """Take over a state; it may come late, again, or not at all."""
        for replica, (up, down) in state.items():
            raised, lowered = self._counts.get(replica, (0, 0))
            self._counts[replica] = max(up, raised), max(down, lowered)
