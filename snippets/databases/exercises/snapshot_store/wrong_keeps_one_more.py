"""No snapshot is older than the newest version."""


class ConflictError(Exception):
    """Another has committed a write to the same key since the begin."""


class Store[K, V]:
    """Values by key, and the versions that a transaction may still read."""

    def __init__(self) -> None:
        self.time = 0  # how many commits there were
        self.versions: dict[K, list[tuple[int, V]]] = {}
        self.running: set[Transaction[K, V]] = set()

    def begin(self) -> "Transaction[K, V]":
        """A transaction, which reads what is committed now."""
        return Transaction(self)


class Transaction[K, V]:
    """A snapshot, with the transaction's own writes over it.

    After its end, by a ConflictError as well, each call raises RuntimeError.
    """

    def __init__(self, store: Store[K, V]) -> None:
        self.store = store
        self.snapshot = store.time
        self.writes: dict[K, V] = {}
        store.running.add(self)

    def read(self, key: K) -> V:
        """The own write, or what the snapshot has; KeyError if neither."""
        self._must_run()
        if key in self.writes:
            return self.writes[key]
        for time, value in reversed(self.store.versions.get(key, [])):
            if time <= self.snapshot:
                return value
        raise KeyError(key)

    def write(self, key: K, value: V) -> None:
        """Set the value, for this transaction until it commits."""
        self._must_run()
        self.writes[key] = value

    def commit(self) -> None:
        """All writes become visible at once, or ConflictError and none does."""
        self._must_run()
        store = self.store
        late = [
            key
            for key in self.writes
            if key in store.versions
            and store.versions[key][-1][0] > self.snapshot
        ]
        if not late:
            store.time += 1
            for key, value in self.writes.items():
                store.versions.setdefault(key, []).append((store.time, value))
        self._end()
        if late:
            raise ConflictError(f"{late[0]!r} has been written since the begin")

    def abort(self) -> None:
        """End the transaction as if it had never been."""
        self._must_run()
        self._end()

    def _must_run(self) -> None:
        if self not in self.store.running:
            raise RuntimeError("the transaction has ended")

    def _end(self) -> None:
        """Let go of the versions that only older snapshots could read."""
        store = self.store
        store.running.discard(self)
        self.writes = {}
        oldest = min((t.snapshot for t in store.running), default=store.time)
        for versions in store.versions.values():
            while len(versions) > 1 and versions[1][0] < oldest:
                del versions[0]
