"""Jump hash: no table at all, if only the last server may leave.

Buckets are numbered from 0. When bucket n is added, a key jumps to it with
probability 1 / (n + 1), as its own pseudo-random sequence says, or it stays.

Time: O(log buckets) per key. Space: O(1).
Source: Lamping and Veach, 2014, figure 1, https://arxiv.org/abs/1406.2294
"""

from collections.abc import Sequence
from hashlib import blake2b

KEYS = [
    int.from_bytes(blake2b(b"user:%d" % n, digest_size=8).digest())
    for n in range(20_000)
]


def jump_hash(key: int, buckets: int) -> int:
    """The bucket, from 0, of a key of 64 bits."""
    if buckets < 1:
        raise ValueError(f"buckets must be at least 1, got {buckets}")
    bucket, jump = -1, 0
    while jump < buckets:
        bucket = jump
        key = (key * 2862933555777941757 + 1) % 2**64
        jump = int((bucket + 1) * (2**31 / ((key >> 33) + 1)))
    return bucket


def moved(before: Sequence[str], after: Sequence[str]) -> float:
    """Share of the keys that get another server."""
    count = sum(
        before[jump_hash(key, len(before))] != after[jump_hash(key, len(after))]
        for key in KEYS
    )
    return count / len(KEYS)


if __name__ == "__main__":
    print("key 256 of 1024 buckets:", jump_hash(256, 1024))
    path = [jump_hash(256, buckets) for buckets in range(1, 13)]
    print("key 256 as 1, 2, ... 12 buckets come:", *path)
    ten = list("abcdefghij")
    for event, after in {
        "k joins": [*ten, "k"],
        "j, the last, leaves": ten[:-1],
        "d leaves, the rest closes up": [s for s in ten if s != "d"],
        "d leaves, j takes its number": list("abcjefghi"),
    }.items():
        print(f"{event:29} {moved(ten, after):6.1%} move")
