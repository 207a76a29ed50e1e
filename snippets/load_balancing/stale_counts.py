"""Stale counts: who looked idle a moment ago is buried by all who saw it.

Time: O(requests * servers). Space: O(servers).
Source: M. Mitzenmacher, "How useful is old information?", IEEE Transactions
on Parallel and Distributed Systems 11(1), 2000
"""

from random import Random

REQUESTS = 60  # sent before the counts are reported again
REPORTED = [5] * 9 + [0]  # nine busy servers, and a new one
RUNS = 200


def queues_after(choices: int, rng: Random, *, fresh: bool) -> tuple[int, int]:
    """Longest queue, and the new server's, after the requests.

    Each request joins the one that looks shortest of `choices` at random.
    """
    queues = REPORTED.copy()
    for _ in range(REQUESTS):
        seen = rng.sample(range(len(queues)), choices)
        known = queues if fresh else REPORTED
        queues[min(seen, key=known.__getitem__)] += 1
    return max(queues), queues[-1]


if __name__ == "__main__":
    print(f"mean of {RUNS} runs    longest queue   new server")
    for fresh in [True, False]:
        for choices, rule in [(1, "random"), (2, "two choices"), (10, "least")]:
            runs = [
                queues_after(choices, Random(n), fresh=fresh)
                for n in range(RUNS)
            ]
            top, new = (
                sum(column) / RUNS for column in zip(*runs, strict=True)
            )
            when = "fresh" if fresh else "stale"
            print(f"{when} counts, {rule:11} {top:6.1f} {new:12.1f}")
