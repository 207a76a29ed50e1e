"""Rise and fall: failures in a row take a server out, successes bring it in.

Three servers are probed 10,000 times each. Every answer is drawn by itself:
real losses come in bursts, which deceive longer runs as well.

Time: O(1) per probe. Space: O(1) per server.
Source: HAProxy manual, "Server and default-server options", `fall`, `rise`,
https://docs.haproxy.org/2.6/configuration.html
"""

from dataclasses import dataclass
from random import Random

PROBES = 10_000
SERVERS = {"healthy": 0.02, "limps": 0.5, "broken": 0.98}  # probes that fail


@dataclass(slots=True)
class Health:
    """Whether a server is up, from its probes in order."""

    fall: int  # failures in a row that take it out
    rise: int  # successes in a row that bring it back
    up: bool = False  # nobody has asked it yet
    against: int = 0  # probes in a row that contradict the state

    def observe(self, success: bool) -> bool:
        """Take note of a probe; True if it changes the state."""
        if success == self.up:
            self.against = 0
            return False
        self.against += 1
        if self.against < (self.fall if self.up else self.rise):
            return False
        self.up, self.against = success, 0
        return True


def watch(health: Health, failing: float, rng: Random) -> tuple[int, float]:
    """Changes of the state, and the share of probes after which it is up."""
    changes = up = 0
    for _ in range(PROBES):
        changes += health.observe(rng.random() >= failing)
        up += health.up
    return changes, up / PROBES


if __name__ == "__main__":
    print("fall/ " + "".join(f"{name:>10}" for name in SERVERS))
    print("rise  " + " flap   up" * len(SERVERS))
    for fall, rise in [(1, 1), (3, 1), (3, 2), (3, 5), (10, 10)]:
        row = f"{fall:3}/{rise:<2}"
        for failing in SERVERS.values():
            changes, up = watch(Health(fall, rise), failing, Random(1))
            row += f"{changes:5}{up:5.0%}"
        print(row)
