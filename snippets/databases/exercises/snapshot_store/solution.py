"""Snapshot isolation: each transaction reads one moment of the store."""


class ConflictError(Exception):
    """Another has committed a write to the same key since the begin."""


class Store[K, V]:
    """Values by key, and the versions that a transaction may still read."""

    def __init__(self) -> None:
        # BEGIN SOLUTION
        self.time = 0  # how many commits there were
        self.versions: dict[K, list[tuple[int, V]]] = {}
        self.running: set[Transaction[K, V]] = set()
        # STARTER
        # self.values: dict[K, V] = {}
        # END SOLUTION

    def begin(self) -> "Transaction[K, V]":
        """A transaction, which reads what is committed now."""
        return Transaction(self)


class Transaction[K, V]:
    """A snapshot, with the transaction's own writes over it.

    After its end, by a ConflictError as well, each call raises RuntimeError.
    """

    def __init__(self, store: Store[K, V]) -> None:
        self.store = store
        # BEGIN SOLUTION
        self.snapshot = store.time
        self.writes: dict[K, V] = {}
        store.running.add(self)
        # STARTER
        # # Here: what this transaction sees, and what it has written.
        # END SOLUTION

    def read(self, key: K) -> V:
        """The own write, or what the snapshot has; KeyError if neither."""
        # BEGIN SOLUTION
        self._must_run()
        if key in self.writes:
            return self.writes[key]
        for time, value in reversed(self.store.versions.get(key, [])):
            if time <= self.snapshot:
                return value
        raise KeyError(key)
        # STARTER
        # return self.store.values[key]  # what is there now: keep versions
        # END SOLUTION

    def write(self, key: K, value: V) -> None:
        """Set the value, for this transaction until it commits."""
        # BEGIN SOLUTION
        self._must_run()
        self.writes[key] = value
        # STARTER
        # self.store.values[key] = value
        # END SOLUTION

    def commit(self) -> None:
        """All writes become visible at once, or ConflictError and none does."""
        # BEGIN SOLUTION
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
        # STARTER
        # # Here: refuse what another has written meanwhile.
        # END SOLUTION

    def abort(self) -> None:
        """End the transaction as if it had never been."""
        # BEGIN SOLUTION
        self._must_run()
        self._end()
        # STARTER
        # # Here: what is written until now must vanish.
        # END SOLUTION

    # BEGIN SOLUTION

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
            while len(versions) > 1 and versions[1][0] <= oldest:
                del versions[0]

    # END SOLUTION
