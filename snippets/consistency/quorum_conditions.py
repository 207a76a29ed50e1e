"""Quorum conditions: which sets of replicas meet, for each R and W of N.

A writer asks R replicas for the highest number, adds one, and needs W that
take it; a replica takes a number only if it is higher than its own.
Time: O(4^N) pairs of sets. Space: O(2^N).
Source: Gifford, SOSP 1979, https://doi.org/10.1145/800215.806583
"""

from itertools import combinations, product

SETTINGS = [(3, 2, 2), (3, 1, 1), (3, 1, 3), (3, 3, 1), (4, 2, 3), (4, 2, 2)]


def quorums(n: int, size: int) -> list[frozenset[int]]:
    """All sets of `size` replicas out of `n`."""
    return [frozenset(some) for some in combinations(range(n), size)]


def apart(n: int, one: int, other: int) -> tuple[int, int]:
    """How many pairs of sets share no replica, of how many."""
    pairs = [(a, b) for a in quorums(n, one) for b in quorums(n, other)]
    return sum(not a & b for a, b in pairs), len(pairs)


def both_confirmed(n: int, w: int) -> bool:
    """Whether two writers who have read the same can both be confirmed."""
    for first, second in product(quorums(n, w), repeat=2):
        copies, confirmed = [0] * n, 0
        for quorum in (first, second):
            takes = [at for at in quorum if copies[at] < 1]  # the next number
            confirmed += len(takes) >= w
            for at in takes:
                copies[at] = 1
        if confirmed == 2:
            return True
    return False


if __name__ == "__main__":
    print("N R W  R+W>N  a read misses a write  2W>N  two writers, one number")
    for n, r, w in SETTINGS:
        missed, of = apart(n, r, w)
        reads = f"{'yes' if r + w > n else 'no':5}  {f'{missed} of {of}':21}"
        end = "both confirmed" if both_confirmed(n, w) else "one is refused"
        print(f"{n} {r} {w}  {reads}  {'yes' if 2 * w > n else 'no':4}  {end}")
