"""With nodelay a request fills the bucket all the same."""


class LimitReq:
    """As nginx's limit_req: a rate, a burst, and whether it delays.

    Each client has a bucket of what is still to be worked off, its excess,
    which drains at the rate and is never less than nothing. The first request
    of a client finds an empty bucket and leaves it empty; each later one adds
    1, if that makes at most `burst`. Otherwise it is refused, as if it had
    never come. Time is in milliseconds and does not run backwards.
    """

    def __init__(
        self, per_second: int, burst: int = 0, *, nodelay: bool = False
    ) -> None:
        self.per_second = per_second
        self.burst = burst
        self.nodelay = nodelay
        self.buckets: dict[str, tuple[int, int]] = {}

    def ask(self, client: str, now: int) -> int | None:
        """How many ms the request has to wait; None if it is refused.

        It waits until the excess before it has drained, and with `nodelay`
        not at all. Parts of a ms are dropped.
        """
        excess = 0
        if client in self.buckets:
            before, then = self.buckets[client]
            drained = self.per_second * (now - then)
            excess = max(before - drained + 1000, 0)
        if excess > self.burst * 1000:
            return None
        if self.nodelay:
            excess = min(excess, 1)
        self.buckets[client] = excess, now
        return 0 if self.nodelay else excess // self.per_second
