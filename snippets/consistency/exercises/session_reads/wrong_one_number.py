"""A token carries each shard with its own position."""


class Session:
    """What a user knows of each shard, as a position in that shard's log."""

    def __init__(self, token: dict[str, int] | None = None) -> None:
        """Go on where the token was given out, maybe on another device."""
        self._known = dict(token or {})

    def token(self) -> dict[str, int]:
        """All that the session knows by now; it does not change later."""
        newest = max(self._known.values(), default=0)
        return dict.fromkeys(self._known, newest)

    def wrote(self, shard: str, position: int) -> None:
        """The user's write was committed at this position."""
        self.saw(shard, position)

    def saw(self, shard: str, version: int) -> None:
        """A read returned a value that was committed at this position."""
        self._known[shard] = max(version, self._known.get(shard, 0))

    def choose(self, shard: str, replicas: dict[str, int]) -> str:
        """A replica of the shard that has all that the user knows of it.

        `replicas` says up to which position each has replayed. `primary` only
        if none of them will do.
        """
        known = self._known.get(shard, 0)
        fresh = [name for name, at in replicas.items() if at >= known]
        return fresh[0] if fresh else "primary"
