"""Write stall: compaction falls behind, and the writers have to wait.

A disk writes 100 MB per second: first what it accepts, then what compaction
owes; reads are not counted. A burst lasts two minutes. At the limit of what
may be owed, only so much is accepted as can be compacted; the rest waits.

Time: O(seconds). Space: what is owed are runs that reads have to ask.
Source: RocksDB wiki, "Write Stalls",
https://github.com/facebook/rocksdb/wiki/Write-Stalls
"""

from collections.abc import Iterator
from itertools import islice
from math import inf

DISK, FLUSH = 100.0, 64.0  # MB per second; MB per run
BURST, AFTER, BURST_SECONDS = 30.0, 5.0, 120  # MB per second


def seconds(written: float, limit: float) -> Iterator[tuple[float, ...]]:
    """After each second: MB accepted, runs behind, MB that wait.

    One byte is `written` so often in all, and `limit` runs may be behind.
    """
    owed = waiting = 0.0
    per_run = FLUSH * (written - 1)
    second = 0
    while True:
        waiting += BURST if second < BURST_SECONDS else AFTER
        most = DISK if owed < limit * per_run else DISK / written
        accepted = min(waiting, most)
        waiting -= accepted
        owed += accepted * (written - 1)
        owed -= min(owed, DISK - accepted)
        second += 1
        yield accepted, owed / per_run, waiting


if __name__ == "__main__":
    plans = {"A": (10.0, 12), "B": (10.0, inf), "C": (3.0, 12)}
    for name, (written, limit) in plans.items():
        print(f"{name}: each byte is written {written:.0f} times, so ", end="")
        print(f"{DISK / written:.1f} MB/s last; limit: {limit:g} runs")
    print("         A                 B                 C")
    print("second   MB/s runs  wait   MB/s runs  wait   MB/s runs  wait")
    of_each = [list(islice(seconds(*plan), 600)) for plan in plans.values()]
    for second in (1, 30, 60, 120, 240, 480, 600):
        print(f"{second:6}", end="")
        for now in of_each:
            accepted, runs, waiting = now[second - 1]
            print(f"{accepted:7.0f}{runs:5.0f}{waiting:6.0f}", end="")
        print()
