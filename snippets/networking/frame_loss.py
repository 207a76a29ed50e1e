"""Keyframes: one lost packet spoils every frame up to the next keyframe.

Assumed: packets are lost independently; a frame needs all of its packets and
the frame before it. A lost packet sent again comes one round trip later, and
each further attempt waits twice as long.

Time: O(frames). Space: O(1).
Source: RFC 9317 §6, https://www.rfc-editor.org/rfc/rfc9317
"""

from math import log, log1p
from random import Random

FRAMES = 60  # from keyframe to keyframe: 2 s at 30 frames per second
KEYFRAME, OTHER = 30, 5  # packets per frame
RTT = 0.06  # seconds
GROUPS = 20_000


def spoiled(loss: float) -> float:
    """Expected share of frames that can't be decoded without repair."""
    kept = 1 - loss
    sound = sum(kept ** (KEYFRAME + OTHER * n) for n in range(FRAMES))
    return 1 - sound / FRAMES


def count_spoiled(loss: float, rng: Random) -> float:
    """The same share, counted from the first lost packet of each group."""
    bad = 0
    for _ in range(GROUPS):
        sound = int(log(1 - rng.random()) / log1p(-loss))  # packets before it
        first = max(0, 1 + (sound - KEYFRAME) // OTHER)
        bad += max(0, FRAMES - first)
    return bad / (FRAMES * GROUPS)


def later_than(seconds: float, loss: float) -> float:
    """Share of packets that come later than that, if repaired."""
    tries = 0
    while (2**tries - 1) * RTT <= seconds:
        tries += 1
    return loss**tries


if __name__ == "__main__":
    print("        not repaired:        repaired: packets more than")
    print("  loss  frames spoiled       0.1 s late    20 s late")
    for loss in [0.001, 0.01, 0.02]:
        counted = count_spoiled(loss, Random(1))
        print(f"{loss:6.1%} {spoiled(loss):8.1%} ({counted:.1%})", end="")
        print(f"{later_than(0.1, loss):15.4%}", end="")
        print(f"{later_than(20, loss):13.0e}")
