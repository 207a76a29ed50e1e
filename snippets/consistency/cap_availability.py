"""Availability: the theorem's word and the percentage are two things.

The theorem asks that each node which has not failed answers at some time. A
client counts requests that were answered before it gave up. Assumed for a
year: PARTITIONS of CUT seconds each, with a share of the clients on the small
side; each costs the majority ELECTION seconds, as it needs another leader.
Time: O(1). Space: O(1).
Source: Kleppmann, "A Critique of the CAP Theorem", 2015,
https://arxiv.org/abs/1509.05393
"""

from dataclasses import dataclass

YEAR = 365 * 86_400.0  # seconds
PARTITIONS, CUT, ELECTION = 12, 240.0, 10.0
PATIENCE = 2.0  # seconds for which a client waits


@dataclass(frozen=True, slots=True)
class System:
    """How it treats a partition, and how well it is run otherwise."""

    name: str
    small_side: float  # share of the clients who are cut off in a partition
    answers_when_cut: bool  # without the majority
    down: float = 0.0  # share of the time in which a client's node is down
    latency: float = 0.05  # seconds

    def served(self) -> float:
        """Share of the requests answered in time, spread evenly."""
        if self.latency > PATIENCE:
            return 0.0
        lost = 0.0
        if not self.answers_when_cut:
            refused = ELECTION + (CUT - ELECTION) * self.small_side
            lost = PARTITIONS * refused / YEAR
        return (1 - lost) * (1 - self.down)


SYSTEMS = [
    System("majority", 0.2, False),
    System("majority, clients reach it", 0.0, False),
    System("each node alone", 0.2, True),
    System("each node alone, 1 % down", 0.2, True, down=0.01),
    System("each node alone, in an hour", 0.2, True, latency=3600.0),
]


if __name__ == "__main__":
    print(f"{'':28}{'theorem':>8}{'in time':>10}")
    for system in SYSTEMS:
        available = "A" if system.answers_when_cut else "not A"
        print(f"{system.name:28}{available:>8}{system.served():10.4%}")
