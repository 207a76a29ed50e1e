"""Retry budget: in an outage each layer's retries add a tenth, no more.

Simulated on a virtual clock: three layers call each other, the last one asks
a database whose every query fails. Users leave after one second.

Time: O(tries ** layers) per request. Space: O(layers).
Source: B. Beyer et al. (ed.), Site Reliability Engineering, chapter 21,
"Deciding to Retry", https://sre.google/sre-book/handling-overload/
"""

from dataclasses import dataclass, field

LAYERS, TRIES, LEAVES = 3, 3, 1.0  # the user has gone after 1 second
RETRY, FULL = 10, 100  # calls that pay for one retry; most that are saved
REQUESTS = 1_000
RULES = ["no rule", "deadline", "budget", "both"]


@dataclass(slots=True)
class Design:
    """Which layers repeat a call that failed, and what keeps them from it."""

    repeating: set[int]  # 1 is the first layer
    deadline: bool = False  # handed down: no query that can't be in time
    budget: bool = False  # of each layer
    saved: dict[int, int] = field(default_factory=dict)  # by layer
    asked: int = 0
    late: int = 0  # answers for users who have gone

    def call(self, layer: int, now: float, takes: float) -> float:
        """When the layer, or below the last the database, has failed."""
        if layer > LAYERS:
            if self.deadline and now + takes > LEAVES:
                return now
            self.asked += 1
            self.late += now + takes > LEAVES
            return now + takes
        self.saved[layer] = min(FULL, self.saved.get(layer, FULL) + 1)
        now = self.call(layer + 1, now, takes)
        for _ in range(TRIES - 1 if layer in self.repeating else 0):
            if self.budget and self.saved[layer] < RETRY:
                break
            self.saved[layer] -= RETRY
            now = self.call(layer + 1, now, takes)
        return now


if __name__ == "__main__":
    print("repeated     a query fails after 0.4 s     after 0.01 s")
    print("by       with            asked    late    asked    late")
    for name, layers in [("each", {1, 2, 3}), ("one", {3})]:
        for number, rule in enumerate(RULES):
            row = f"{name:9}{rule:12}"
            for takes in (0.4, 0.01):
                design = Design(layers, number in (1, 3), number in (2, 3))
                for _ in range(REQUESTS):
                    design.call(1, 0.0, takes)
                row += f"{design.asked / REQUESTS:8.2f}"
                row += f"{design.late / REQUESTS:8.2f} "
            print(row.rstrip())
