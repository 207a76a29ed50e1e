"""Asynchronous replication: an OK that the next master knows nothing of.

Assumed: a write per millisecond; a replica has it after its lag, and confirms
after the same time; when the master dies, what is on its way is lost. `near`
lags 2 ms, `far` 40 ms. `WAIT n` holds the OK back for n confirmations.

Time: O(writes). Space: O(writes).
Source: Redis manual, "Redis cluster specification", "Write safety", and WAIT,
https://redis.io/docs/latest/commands/wait/
"""

LAG_MS = {"near": 2, "far": 40}
DEATH_MS = 1_000
WRITES = range(1_000)  # each is named by the millisecond in which it is sent

type Lags = dict[str, int]


def ok_after_ms(wait: int, lags: Lags) -> float:
    """How long a client waits for its OK; infinite with too few replicas."""
    confirmed = [0, *sorted(2 * lag for lag in lags.values())]
    return confirmed[wait] if wait < len(confirmed) else float("inf")


def acknowledged(wait: int, lags: Lags) -> set[int]:
    """The writes whose client got its OK before the master died."""
    delay = ok_after_ms(wait, lags)
    return {sent for sent in WRITES if sent + delay < DEATH_MS}


def received(replica: str) -> set[int]:
    """The writes that the replica has when the master dies."""
    return {sent for sent in WRITES if sent + LAG_MS[replica] < DEATH_MS}


if __name__ == "__main__":
    for wait in range(3):
        ok = acknowledged(wait, LAG_MS)
        delay = ok_after_ms(wait, LAG_MS)
        print(f"WAIT {wait}: {len(ok)} writes got OK, {delay:.0f} ms each")
        for elected in LAG_MS:
            lost = len(ok - received(elected))
            print(f"  {elected} is elected: {lost} of them are lost")
    alone = {"near": LAG_MS["near"]}
    print(f"WAIT 2, `far` down: {len(acknowledged(2, alone))} writes got OK")
