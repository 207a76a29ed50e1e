"""Read your writes: a version token refuses what is older than it.

Assumed: a replica replays the primary's log in order, some versions late;
a cache is filled from it; every value carries its version.

Time: O(1) per read. Space: one number per session.
Source: Terry et al., "Session guarantees for weakly consistent replicated
data", PDIS 1994, https://doi.org/10.1109/PDIS.1994.331722
"""

from dataclasses import dataclass, field

type Row = tuple[int, str]  # version, value


@dataclass
class Store:
    """A name, kept by a primary, a lagging replica and a cache."""

    log: list[Row] = field(default_factory=lambda: [(0, "ada")])
    replayed: int = 0
    cached: Row | None = None

    def write(self, value: str) -> int:
        """Commit, then delete; the version is the writer's token."""
        self.log.append((len(self.log), value))
        self.cached = None
        return len(self.log) - 1

    def read(self, token: int = 0) -> str:
        """A value that is not older than the token, and who gave it."""
        if self.cached is not None and self.cached[0] >= token:
            return f"{self.cached[1]} (cache)"
        behind = self.replayed < token
        row = self.log[-1 if behind else self.replayed]
        self.cached = row
        return f"{row[1]} ({'primary' if behind else 'replica'})"


if __name__ == "__main__":
    store = Store()
    token = store.write("ada lovelace")
    print("bob:              ", store.read())
    store.replayed = token
    print("replica caught up")
    print("bob:              ", store.read())
    print("ada without token:", store.read())
    print("ada with token:   ", store.read(token))
    print("bob:              ", store.read())
    token = store.write("ada king")
    print("ada with token:   ", store.read(token))
