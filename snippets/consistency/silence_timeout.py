"""Timeout: a silence is all that is seen, of a crash, a cut or a pause.

A node sends a heartbeat each second. Assumed per day and node: 200 losses of
some heartbeats in a row, 40 pauses of its process (a collector of garbage, a
virtual machine that is moved) and one broken link, with lengths that differ a
lot. Another node suspects it after a timeout without a heartbeat.
Time: O(silences * timeouts). Space: O(silences).
Source: Bailis and Kingsbury, "The Network is Reliable", ACM Queue 12(7), 2014,
https://doi.org/10.1145/2639988.2655736
"""

from random import Random

SEED, DAYS, NODES = 1, 200, 5
TIMEOUTS = [1.5, 3.0, 10.0, 30.0]  # seconds


def heard(cause: str, until: int) -> list[int]:
    """Seconds at which a heartbeat arrives, if something begins at 3."""
    resumes = {"crash": None, "cut": 60, "pause": 8}[cause]
    return [
        second
        for second in range(until)
        if second < 3 or (resumes is not None and second >= resumes)
    ]


def silences(rng: Random, days: int) -> list[tuple[str, float]]:
    """Cause and seconds of each silence of a node that is well."""
    found = []
    for _ in range(days):
        for _ in range(200):
            lost = 1
            while rng.random() < 0.1:
                lost += 1
            found.append(("loss", 1.0 + lost))
        found += [("pause", 1 + rng.lognormvariate(-1, 1.5)) for _ in range(40)]
        found.append(("cut", 1 + rng.lognormvariate(3, 1.5)))
    return found


def suspicions(found: list[tuple[str, float]], timeout: float) -> list[str]:
    """The cause of each silence that is longer than the timeout."""
    return [cause for cause, seconds in found if seconds > timeout]


if __name__ == "__main__":
    for cause in ["crash", "cut", "pause"]:
        print(f"{cause:6} heard by second 8: {heard(cause, 8)}")
    found = silences(Random(SEED), DAYS)
    print(f"\n{'':12}{'wrong suspicions per day':>32}")
    print(f"{'timeout':12}{'loss':>8}{'pause':>8}{'cut':>8}{'20 pairs':>10}")
    for timeout in TIMEOUTS:
        wrong = suspicions(found, timeout)
        row = [wrong.count(each) / DAYS for each in ("loss", "pause", "cut")]
        cells = "".join(f"{number:8.2f}" for number in row)
        all_pairs = sum(row) * NODES * (NODES - 1)
        print(f"{f'{timeout} s':12}{cells}{all_pairs:10.1f}")
