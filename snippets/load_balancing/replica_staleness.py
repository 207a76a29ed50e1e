"""Read your writes: a replica may serve a user once it has replayed enough.

Time: O(reads * replicas). Space: O(replicas).
Source: PostgreSQL manual, "System administration functions",
`pg_last_wal_replay_lsn`; here a commit's position is its time
"""

from random import Random

REPLICAS, READS = 3, 2_000
MEAN_LAG = 0.1  # seconds, drawn anew for each read and replica


def run(rule: str, think: float, rng: Random) -> tuple[int, int]:
    """(reads that miss the user's own write, reads at the primary)."""
    stale = primary = 0
    for _ in range(READS):
        lags = [rng.expovariate(1 / MEAN_LAG) for _ in range(REPLICAS)]
        choices = lags
        if rule == "by position":  # replayed up to now - lag
            choices = [lag for lag in lags if lag <= think]
        if not choices:
            primary += 1
        elif rng.choice(choices) > think:
            stale += 1
    return stale, primary


if __name__ == "__main__":
    print(f"{READS} reads, each after a write of the same user")
    print("read after  rule          stale  at the primary")
    for think in [0.02, 0.1, 0.5]:
        for rule in ["any replica", "by position"]:
            stale, primary = run(rule, think, Random(1))
            print(f"{think:9.2f}s  {rule:12}  {stale:5}  {primary:14}")
