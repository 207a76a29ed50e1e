"""Bufferbloat: beyond one path's worth, a queue adds delay and no rate.

Assumed: one sender, which halves its window when the queue overflows.

Time: O(round trips). Space: O(1).
Source: J. Gettys, K. Nichols, CACM 55(1), 2012,
https://doi.org/10.1145/2063176.2063196
"""

PACKET = 12_000  # bits
ROUNDS = 10_000


def load(rate: float, rtt: float, buffer: int) -> tuple[float, float]:
    """Share of the rate that is used, and the mean round trip in seconds.

    `rate` is in bits per second, `rtt` that of the empty path, and the queue
    in front of it holds `buffer` packets.
    """
    pipe = rate * rtt / PACKET  # packets that the path itself holds
    window, sent, now = pipe, 0.0, 0.0
    for _ in range(ROUNDS):
        queue = min(max(0.0, window - pipe), buffer)
        now += rtt + queue * PACKET / rate
        sent += min(window, pipe + buffer)
        window = window / 2 if window > pipe + buffer else window + 1
    return sent * PACKET / rate / now, now / ROUNDS


if __name__ == "__main__":
    rate, rtt = 10e6, 0.04
    pipe = rate * rtt / PACKET
    print(f"10 Mbit/s, 40 ms: the path holds {pipe:.0f} packets")
    for buffer in [0, 8, 33, 333, 1_000]:
        used, mean = load(rate, rtt, buffer)
        print(f"queue of {buffer:5}: {used:4.0%} used, ", end="")
        print(f"round trips of {mean * 1e3:4.0f} ms on average")
