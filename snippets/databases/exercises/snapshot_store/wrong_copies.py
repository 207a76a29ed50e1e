"""A begin must not copy the store."""


class ConflictError(Exception):
    """Another has committed a write to the same key since the begin."""


class Store[K, V]:
    """The newest values, each with the number of the commit that wrote it."""

    def __init__(self) -> None:
        self.time = 0
        self.values: dict[K, tuple[int, V]] = {}

    def begin(self) -> "Transaction[K, V]":
        """A transaction with a copy of its own."""
        return Transaction(self)


class Transaction[K, V]:
    """A copy of the whole store."""

    def __init__(self, store: Store[K, V]) -> None:
        self.store, self.begun, self.ended = store, store.time, False
        self.values = {key: value for key, (_, value) in store.values.items()}
        self.written: set[K] = set()

    def read(self, key: K) -> V:
        """What the copy has."""
        self._must_run()
        return self.values[key]

    def write(self, key: K, value: V) -> None:
        """Set the value in the copy."""
        self._must_run()
        self.values[key] = value
        self.written.add(key)

    def commit(self) -> None:
        """Take over what is written, unless another was first."""
        self._must_run()
        self.ended = True
        for key in self.written & {*self.store.values}:
            if self.store.values[key][0] > self.begun:
                raise ConflictError(f"{key!r} has been written")
        self.store.time += 1
        for key in self.written:
            self.store.values[key] = self.store.time, self.values[key]

    def abort(self) -> None:
        """Throw the copy away."""
        self._must_run()
        self.ended = True

    def _must_run(self) -> None:
        if self.ended:
            raise RuntimeError("the transaction has ended")
