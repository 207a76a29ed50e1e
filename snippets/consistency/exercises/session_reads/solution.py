"""Reads of one user that neither miss own writes nor go back in time."""


class Session:
    """What a user knows of each shard, as a position in that shard's log."""

    def __init__(self, token: dict[str, int] | None = None) -> None:
        """Go on where the token was given out, maybe on another device."""
        # BEGIN SOLUTION
        self._known = dict(token or {})
        # STARTER
        # self._written: dict[str, int] = {}
        # END SOLUTION

    def token(self) -> dict[str, int]:
        """All that the session knows by now; it does not change later."""
        # BEGIN SOLUTION
        return dict(self._known)
        # STARTER
        # return {}
        # END SOLUTION

    def wrote(self, shard: str, position: int) -> None:
        """The user's write was committed at this position."""
        # BEGIN SOLUTION
        self.saw(shard, position)
        # STARTER
        # self._written[shard] = position
        # END SOLUTION

    def saw(self, shard: str, version: int) -> None:
        """A read returned a value that was committed at this position."""
        # BEGIN SOLUTION
        self._known[shard] = max(version, self._known.get(shard, 0))
        # END SOLUTION

    def choose(self, shard: str, replicas: dict[str, int]) -> str:
        """A replica of the shard that has all that the user knows of it.

        `replicas` says up to which position each has replayed. `primary` only
        if none of them will do.
        """
        # BEGIN SOLUTION
        known = self._known.get(shard, 0)
        fresh = [name for name, at in replicas.items() if at >= known]
        return fresh[0] if fresh else "primary"
        # STARTER
        # return "primary" if shard in self._written else min(replicas)
        # END SOLUTION
