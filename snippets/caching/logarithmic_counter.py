"""Logarithmic counter: a million hits in eight bits, and forgetting by minutes.

The higher the counter, the rarer a hit raises it. So Redis's LFU needs eight
bits per key for the hits, and sixteen for the minute of the last use.

Time: O(1) per hit. Space: O(1) per key.
Source: Redis, "Key eviction", section "LFU eviction",
https://redis.io/docs/latest/develop/reference/eviction/
"""

from random import Random

FACTOR = 10  # lfu-log-factor
DECAY_MINUTES = 1  # lfu-decay-time
START = 5  # of a new key, so that it is not the next victim
MOST = 255


def after_hit(counter: int, rng: Random) -> int:
    """The counter, one higher with a chance that falls as it grows."""
    chance = 1 / (max(counter - START, 0) * FACTOR + 1)
    return min(counter + (rng.random() < chance), MOST)


def after_pause(counter: int, idle_minutes: int) -> int:
    """The counter, one lower per DECAY_MINUTES, but not below 0.

    Simplified: Redis compares clock minutes.
    """
    return max(counter - idle_minutes // DECAY_MINUTES, 0)


if __name__ == "__main__":
    rng, counter = Random(3), START
    for hit in range(1, 100_001):
        counter = after_hit(counter, rng)
        if hit in (1, 10, 100, 1_000, 10_000, 100_000):
            print(f"{hit:7,} hits   counter {counter:3}")
    for minutes in [10, 60, 240]:
        left = after_pause(counter, minutes)
        print(f"then {minutes:3} minutes without a hit   counter {left:3}")
