"""Write concern: how many members have a write when it is acknowledged.

Assumed: of three members one is cut off from two, and on each side a client
writes once a second. A primary that reaches no majority steps down after 10 s;
a majority without a primary elects one in the same time. A write that has not
got its acknowledgements after 5 s ends in a timeout.

Time: O(seconds). Space: O(seconds).
Source: MongoDB manual 8.0, "Write Concern", "Replica Set Elections" and
"Rollbacks During Replica Set Failover",
https://www.mongodb.com/docs/v8.0/reference/write-concern/
"""

from collections import Counter

ELECTION, TIMEOUT = 10, 5  # seconds
MAJORITY = 2
OUTCOMES = ["ok, kept", "ok, lost", "timeout, kept", "timeout, lost",
            "refused"]  # fmt: skip


def write(
    members: int, *, primary: bool, now: int, needed: int, seconds: int
) -> str:
    """What becomes of a write on a side with so many members."""
    if now >= ELECTION:
        primary = members >= MAJORITY
    if not primary:
        return "refused"
    # In a long cut the majority elects its own, whose log then counts.
    kept = members >= MAJORITY or seconds <= ELECTION
    spreads_in_time = kept and seconds - now < TIMEOUT
    said = "ok" if members >= needed or spreads_in_time else "timeout"
    return f"{said}, {'kept' if kept else 'lost'}"


def cut(needed: int, *, alone: bool, seconds: int) -> list[Counter[str]]:
    """The writes on the small and on the large side; `alone`: the primary."""
    return [
        Counter(
            write(members, primary=primary, now=now, needed=needed,
                  seconds=seconds)
            for now in range(seconds)
        )
        for members, primary in [(1, alone), (2, not alone)]
    ]  # fmt: skip


if __name__ == "__main__":
    for seconds, alone in [(60, True), (60, False), (8, True)]:
        where = "cut off" if alone else "with most"
        print(f"Cut for {seconds} s, the primary {where}")
        for name, needed in [("1", 1), ("majority", MAJORITY)]:
            sides = cut(needed, alone=alone, seconds=seconds)
            for side, found in zip(("small", "large"), sides, strict=True):
                told = [f"{found[o]} {o}" for o in OUTCOMES if found[o]]
                print(f"  w: {name:8}  {side}  {'; '.join(told)}")
