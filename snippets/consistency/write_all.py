"""Write to all: every replica can stop a payment, and half of it stays.

Each replica is up with probability UP, independently; an answer is lost with
LOST. Without an answer "done" the try is repeated. What a replica took it
keeps, and repair copies it to the others: each number is one charge.
Time: O(payments). Space: O(1).
Source: Apache Cassandra manual, "Dynamo",
https://cassandra.apache.org/doc/latest/cassandra/architecture/dynamo.html
"""

from math import comb
from random import Random

REPLICAS, UP, PAYMENTS, SEED = 3, 0.999, 20_000, 1
LOST = 0.002
MINUTES = 365 * 24 * 60  # in a year


def available(needed: int) -> float:
    """The chance that at least `needed` replicas are up."""
    return sum(
        comb(REPLICAS, up) * UP**up * (1 - UP) ** (REPLICAS - up)
        for up in range(needed, REPLICAS + 1)
    )


def charged_twice(needed: int, key: bool, rng: Random) -> int:
    """How many payments are charged more than once.

    With a key each try has the number of the payment, else one of its own.
    """
    twice = 0
    for payment in range(PAYMENTS):
        numbers, tries, done = set[str](), 0, False
        while not done:
            tries += 1
            took = sum(rng.random() < UP for _ in range(REPLICAS))
            if took:
                numbers.add(f"{payment}" if key else f"{payment}, try {tries}")
            done = took >= needed and rng.random() >= LOST
        twice += len(numbers) > 1
    return twice


if __name__ == "__main__":
    print("          available   minutes down   charged twice")
    print("                        in a year   no key  with key")
    for title, needed in {"all": 3, "majority": 2, "one": 1}.items():
        share = available(needed)
        counts = [
            charged_twice(needed, key, Random(SEED)) for key in (False, True)
        ]
        print(
            f"{title:9} {share:10.5%} {(1 - share) * MINUTES:13.4f}"
            f" {counts[0]:9} {counts[1]:9}"
        )
