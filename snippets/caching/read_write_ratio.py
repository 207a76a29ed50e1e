"""Read share: a copy that is replaced as often as it is read seldom hits.

Assumed: one key, which is never evicted; reads and writes in random order;
each write drops the copy.

Time: O(1) per operation. Space: O(1).
Source: R. Nishtala et al., Scaling Memcache at Facebook, NSDI 2013, §2,
https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

from random import Random

OPERATIONS = 50_000


def run(read_share: float, rng: Random) -> tuple[float, float]:
    """Hits per read, and messages to the cache per query that it saves.

    Raises ValueError if no read hits: then it saves none.
    """
    reads = hits = messages = 0
    held = False
    for _ in range(OPERATIONS):
        messages += 1  # a look-up, or a deletion
        if rng.random() >= read_share:
            held = False
            continue
        reads += 1
        hits += held
        messages += not held  # the miss stores what it fetched
        held = True
    if not hits:
        raise ValueError(f"no read hits with a read share of {read_share}")
    return hits / reads, messages / hits


if __name__ == "__main__":
    print("reads    hits  messages per saved query")
    for read_share in [0.99, 0.9, 0.5, 0.25, 0.1]:
        ratio, messages = run(read_share, Random(1))
        print(f"{read_share:5.0%} {ratio:6.1%} {messages:8.1f}")
