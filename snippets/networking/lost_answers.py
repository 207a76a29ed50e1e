"""Lost answers: what sending a request again does to a customer's card.

Assumed: a request and its answer are each lost with probability LOSS; who
hears nothing sends the same request again, up to a number of tries.

Time: O(orders * tries). Space: O(1).
Source: RFC 9110 §9.2.2, https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
"""

from collections import Counter
from random import Random

ORDERS = 1_000
LOSS = 0.05


def buy(method: str, tries: int, rng: Random) -> tuple[int, bool]:
    """How often the card is charged, and whether the client was told."""
    charges = 0
    for _ in range(tries):
        if rng.random() < LOSS:
            continue  # the request is lost: nothing happened
        if method == "POST":  # POST /charges: one more
            charges += 1
        else:  # PUT /charges/17: that one is there afterwards
            charges = 1
        if rng.random() >= LOSS:
            return charges, True
        # the answer is lost: it happened, and the client can't know
    return charges, False


def run(method: str, tries: int, rng: Random) -> Counter[str]:
    """How many orders ended in each way."""
    ends: Counter[str] = Counter()
    for _ in range(ORDERS):
        charges, told = buy(method, tries, rng)
        ends[["never", "once", "twice+"][min(charges, 2)]] += 1
        ends["charged, not told"] += charges > 0 and not told
    return ends


if __name__ == "__main__":
    columns = ["never", "once", "twice+", "charged, not told"]
    print(f"{ORDERS:,} orders; {LOSS:.0%} of requests and of answers are lost")
    print(" " * 14, *columns, sep="  ")
    for method, tries in [("POST", 1), ("POST", 4), ("PUT", 4)]:
        ends = run(method, tries, Random(1))
        cells = [f"{ends[name]:{len(name)}}" for name in columns]
        print(f"{method:4}, {tries} sent  ", *cells, sep="  ")
