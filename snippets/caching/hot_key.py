"""Hot key: one key lives on one shard, however many shards there are.

Assumed: 30 % of the reads want one key, the others are spread evenly; a shard
is chosen by CRC32 modulo, as a stand-in for any placement by key.

Time: O(requests). Space: O(shards + local copies).
Source: Redis manual, "Redis cluster specification", section "Key distribution
model", https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
"""

from collections import Counter
from random import Random
from zlib import crc32

READS = 30_000
RATE = 10_000  # reads per second
SERVERS = 20  # application servers, each may keep copies of its own


def load(
    shards: int, copies: int = 1, local_seconds: float = 0.0
) -> tuple[Counter[int], float]:
    """Reads per shard, and the share of all reads that reach any shard."""
    rng, reads, local = Random(1), Counter[int](), dict[int, float]()
    for number in range(READS):
        key, now = f"product:{rng.randrange(10_000)}", number / RATE
        if rng.random() < 0.3:
            key = f"product:hot:{rng.randrange(copies)}"
            server = rng.randrange(SERVERS)
            if now < local.get(server, 0.0):
                continue  # answered from the server's own memory
            local[server] = now + local_seconds
        reads[crc32(key.encode()) % shards] += 1
    return reads, reads.total() / READS


if __name__ == "__main__":
    print("busiest shard: share of all reads, and times the mean of its shards")
    for title, (reads, reach) in {
        "10 shards": load(10),
        "20 shards": load(20),
        "10 shards, 5 copies of the key": load(10, copies=5),
        "10 shards, 50 copies of the key": load(10, copies=50),
        "10 shards, local copy for 1 s": load(10, local_seconds=1.0),
    }.items():
        busiest, mean = max(reads.values()), reads.total() / len(reads)
        print(
            f"{title:32}{busiest / READS:7.1%}{busiest / mean:6.1f}x"
            f"   reads that reach a shard: {reach:.1%}"
        )
