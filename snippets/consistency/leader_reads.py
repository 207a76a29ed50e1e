"""Leader reads: a leader must learn that it still leads before it answers.

Assumed: a leader of five is cut off between 1,000 and 1,050 ms; a message
takes 1 to 5 ms. After 150 to 300 ms of silence the others elect another one,
which writes. Clients ask the old leader every 2 ms from 900 to 1,500; stale is
what they get after that write was acknowledged.
Time: O(reads). Space: O(1).
Source: Ongaro, "Consensus: bridging theory and practice", 2014, section 6.4
"""

from random import Random

HEARTBEAT, LEASE, TIMEOUT = 50, 120, (150, 300)  # ms
RUNS = 100
Counts = tuple[int, int, int]


def run(rule: str, speed: float, rng: Random) -> Counts:
    """Reads that are answered before and after the cut, and stale ones.

    `speed` is how fast the leader's clock runs; those of the others are right.
    """
    cut, trip = rng.uniform(1_000, 1_050), rng.uniform(2, 10)  # there and back
    last = (cut - trip) // HEARTBEAT * HEARTBEAT  # a round that all answered
    silence = min(rng.uniform(*TIMEOUT) for _ in range(4))
    heard = (cut - trip / 2) // HEARTBEAT * HEARTBEAT + trip / 2
    elected = heard + silence + trip
    written = elected + trip
    before = after = stale = 0
    for asked in range(900, 1_500, 2):
        if rule == "asks a majority":
            answers = asked + trip < cut
        elif rule == "lease":
            begun = min(last, (asked - trip) // HEARTBEAT * HEARTBEAT)
            answers = (asked - begun) * speed <= LEASE
        else:
            answers = True
        before += answers and asked < cut
        after += answers and asked >= cut
        stale += answers and asked > written
    return before, after, stale


if __name__ == "__main__":
    print("in 100 runs:            before the cut  after it  stale")
    for rule, speed in [
        ("own copy", 1.0),
        ("asks a majority", 1.0),
        ("lease", 1.0),
        ("lease", 0.8),
        ("lease", 0.5),
    ]:
        rng = Random(1)
        runs = [run(rule, speed, rng) for _ in range(RUNS)]
        before, after, stale = map(sum, zip(*runs, strict=True))
        name = rule if speed == 1 else f"{rule}, clock at {speed}"
        print(f"{name:20} {before:17,} {after:9,} {stale:6,}")
