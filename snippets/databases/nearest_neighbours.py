"""Approximate nearest neighbours: look where they probably are.

A search goes through the lists of the nearest centres only.
Time: O(centres + vectors in the lists probed). Space: O(vectors).
Source: pgvector, README, "IVFFlat", https://github.com/pgvector/pgvector
"""

from math import dist
from random import Random

VECTORS, SIZE, LISTS, BEST = 1_000, 8, 40, 10
type Vector = tuple[float, ...]


def vectors(rng: Random, count: int) -> list[Vector]:
    """Points around thirty topics."""
    topics = [[rng.gauss(0, 1) for _ in range(SIZE)] for _ in range(30)]
    return [
        tuple(rng.gauss(at, 0.7) for at in rng.choice(topics))
        for _ in range(count)
    ]


def nearest(query: Vector, among: list[Vector], count: int) -> list[Vector]:
    """The `count` nearest, by looking at each."""
    return sorted(among, key=lambda vector: dist(query, vector))[:count]


class Lists:
    """Vectors by the nearest of some of them, the centres."""

    def __init__(self, stored: list[Vector], rng: Random) -> None:
        self.of: dict[Vector, list[Vector]] = {
            centre: [] for centre in rng.sample(stored, LISTS)
        }
        for vector in stored:
            [centre] = nearest(vector, [*self.of], 1)
            self.of[centre].append(vector)

    def candidates(self, query: Vector, probes: int) -> list[Vector]:
        """The vectors in the lists of the nearest centres."""
        centres = nearest(query, [*self.of], probes)
        return [vector for centre in centres for vector in self.of[centre]]


if __name__ == "__main__":
    rng = Random(7)
    points = vectors(rng, VECTORS + 25)
    stored, queries = points[:VECTORS], points[VECTORS:]
    lists = Lists(stored, rng)
    true = [set(nearest(query, stored, BEST)) for query in queries]
    print("lists probed  compared  recall")
    for probes in [1, 2, 4, 8, 16, LISTS]:
        compared = right = 0
        for query, best in zip(queries, true, strict=True):
            found = lists.candidates(query, probes)
            compared += LISTS + len(found)
            right += len(best & set(nearest(query, found, BEST)))
        compared //= len(queries)
        print(f"{probes:12}{compared:10}{right / BEST / len(queries):8.0%}")
