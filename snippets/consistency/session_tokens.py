"""Session token: a replica may serve a user if it has what the user knows.

Assumed: positions in the log are times. At each step each of three replicas is
behind by a new exponential lag, but never goes back. A user with two devices
writes in one of five steps and reads in the others; others write all the time.

Time: O(steps * replicas). Space: O(replicas).
Source: Terry et al., "Session guarantees for weakly consistent replicated
data", 1994, https://doi.org/10.1109/PDIS.1994.331722
"""

from random import Random

STEPS = 5_000
MEAN_STEP, MEAN_LAG, PINNED = 0.1, 0.2, 0.2  # seconds
RULES = ["any replica", "same replica", "own cache", "pinned", "write token",
         "full token", "primary"]  # fmt: skip


def run(rule: str, rng: Random) -> tuple[int, int, int]:
    """(reads without an own write, reads that go back, primary's reads)."""
    now = wrote = saw = 0.0
    replicas, caches = [0.0] * 3, [0.0] * 2
    missed = back = primary = 0
    for _ in range(STEPS):
        now += rng.expovariate(1 / MEAN_STEP)
        for i, at in enumerate(replicas):
            replicas[i] = max(at, now - rng.expovariate(1 / MEAN_LAG))
        device, chosen = rng.randrange(2), rng.choice(replicas)
        if rng.random() < 0.2:
            wrote = caches[device] = now
            continue
        if rule == "same replica":
            chosen = replicas[0]
        elif rule == "own cache":  # what this device wrote, if anything
            chosen = caches[device] or chosen
        needed = wrote if rule == "write token" else max(wrote, saw)
        if rule in ("write token", "full token") and chosen < needed:
            chosen = max(replicas)
            if chosen < needed:
                chosen = now
        if rule == "primary" or (rule == "pinned" and now - wrote < PINNED):
            chosen = now
        primary += chosen == now
        missed += chosen < wrote
        back += chosen < saw
        saw = max(saw, chosen)
    return missed, back, primary


if __name__ == "__main__":
    print("rule          own write missing  goes back  at the primary")
    for rule in RULES:
        missed, back, primary = run(rule, Random(1))
        print(f"{rule:12} {missed:18,} {back:10,} {primary:15,}")
