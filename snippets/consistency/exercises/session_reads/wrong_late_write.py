"""A write whose answer comes late takes nothing back."""


class Session:
    """What a user knows of each shard, as a position in that shard's log."""

    def __init__(self, token: dict[str, int] | None = None) -> None:
        """Go on where the token was given out, maybe on another device."""
        self._known = dict(token or {})
        self._written: dict[str, int] = {}

    def token(self) -> dict[str, int]:
        """All that the session knows by now; it does not change later."""
        both = self._known | self._written
        return {s: max(at, self._known.get(s, 0)) for s, at in both.items()}

    def wrote(self, shard: str, position: int) -> None:
        """The user's write was committed at this position."""
        self._written[shard] = position

    def saw(self, shard: str, version: int) -> None:
        """A read returned a value that was committed at this position."""
        self._known[shard] = max(version, self._known.get(shard, 0))

    def choose(self, shard: str, replicas: dict[str, int]) -> str:
        """A replica of the shard that has all that the user knows of it.

        `replicas` says up to which position each has replayed. `primary` only
        if none of them will do.
        """
        known = max(self._known.get(shard, 0), self._written.get(shard, 0))
        fresh = [name for name, at in replicas.items() if at >= known]
        return fresh[0] if fresh else "primary"
