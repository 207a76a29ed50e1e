"""Head-of-line blocking: what a lost packet holds back, in TCP and in QUIC.

Assumed: a packet leaves each millisecond, the streams take turns; each packet
is lost with the same chance, and its repair arrives RECOVERY ms later.

Time: O(packets). Space: O(packets + streams).
Source: RFC 9000, section 2.2, https://www.rfc-editor.org/rfc/rfc9000#section-2.2
"""

from math import ceil
from random import Random
from statistics import fmean

LOSS = 0.01
RECOVERY = 100  # ms from the loss to the repair: a round trip and a little
PACKETS = 30_000


def waits(lost: list[bool], orders: int) -> list[int]:
    """Milliseconds from a packet's turn until it can be delivered.

    What has a common order is delivered in that order. TCP has one order for
    everything, QUIC one per stream; packet i belongs to order i % orders.
    """
    complete, waited = [0] * orders, []  # complete: until when, by order
    for now, gone in enumerate(lost):
        order = now % orders
        arrival = now + RECOVERY if gone else now
        complete[order] = max(complete[order], arrival)
        waited.append(complete[order] - now)
    return waited


def expected(orders: int) -> tuple[float, float]:
    """Share of the packets that wait, and the mean wait in ms.

    A packet waits longer than t unless it and all those before it in its
    order arrived, of which the repair would come later than t from now.
    """
    longer = [
        1 - (1 - LOSS) ** ceil((RECOVERY - t) / orders) for t in range(RECOVERY)
    ]
    return longer[0], sum(longer)


if __name__ == "__main__":
    rng = Random(7)
    lost = [rng.random() < LOSS for _ in range(PACKETS)]
    print(f"{sum(lost)} of {PACKETS:,} packets are lost ({LOSS:.0%})")
    print("                   packets that wait  mean wait, ms  (theory)")
    for name, orders in [
        ("TCP, any streams", 1),
        ("QUIC, 1 stream", 1),
        ("QUIC, 10 streams", 10),
        ("QUIC, 100 streams", 100),
    ]:
        waited = waits(lost, orders)
        share, mean = sum(wait > 0 for wait in waited) / PACKETS, fmean(waited)
        theory, ms = expected(orders)
        print(f"{name:18}{share:18.1%}{mean:15.1f}  ({theory:.1%}, {ms:.1f})")
