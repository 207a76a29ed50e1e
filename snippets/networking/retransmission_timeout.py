"""Retransmission timeout: late enough for jitter, no later than needed.

Time: O(1) per sample. Space: O(1).
Source: RFC 6298 §2, §3 and §5, https://www.rfc-editor.org/rfc/rfc6298
"""

ALPHA, BETA, K = 1 / 8, 1 / 4, 4
GRANULARITY = 0.001  # seconds that the clock ticks
FIRST, MOST = 1.0, 60.0  # seconds
TRIPS = [0.1] * 20 + [0.5] * 50  # seconds


class Timeout:
    """Follows round trips; `rto` is how long to wait, in seconds."""

    def __init__(self, least: float) -> None:
        self._least = least
        self.srtt: float | None = None
        self.rttvar = 0.0
        self.rto = FIRST

    def sample(self, rtt: float) -> None:
        """Learn from the round trip of a segment that was sent once."""
        if self.srtt is None:
            self.srtt, self.rttvar = rtt, rtt / 2
        else:
            self.rttvar += BETA * (abs(self.srtt - rtt) - self.rttvar)
            self.srtt += ALPHA * (rtt - self.srtt)
        margin = max(GRANULARITY, K * self.rttvar)
        self.rto = min(MOST, max(self._least, self.srtt + margin))

    def expired(self) -> None:
        """Nothing came: wait twice as long for the next attempt."""
        self.rto = min(MOST, 2 * self.rto)


def needless(trips: list[float], rule: Timeout, *, ambiguous: bool) -> int:
    """Copies sent though none is lost; `ambiguous`: measured from the last."""
    copies = 0
    for trip in trips:
        waited, before = 0.0, copies
        while waited + rule.rto < trip:
            waited += rule.rto
            copies += 1
            rule.expired()
        if copies == before or ambiguous:
            rule.sample(trip - waited)
    return copies


if __name__ == "__main__":
    rule = Timeout(least=0.0)
    for rtt in [0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 0.1, 0.1, 0.1]:
        rule.sample(rtt)
        print(f"RTT {rtt * 1e3:3.0f} ms: {rule.srtt or 0:.3f} s", end=" ")
        print(f"+ 4 x {rule.rttvar:.3f} s = {rule.rto:.3f} s")
    print("The path gets longer: 20 times 100 ms, then 50 times 500 ms")
    for ambiguous in [True, False]:
        copies = needless(TRIPS, Timeout(0.0), ambiguous=ambiguous)
        print(f"  {copies:2} needless copies, {ambiguous = }")
