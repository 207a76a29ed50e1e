"""Slow start: a response is counted in round trips, not in megabits.

Assumed: nothing lost, no limit by the receiver, each round is sent at once.

Time: O(log segments). Space: O(log segments).
Source: RFC 5681 §3.1, https://www.rfc-editor.org/rfc/rfc5681; RFC 6928 §2,
https://www.rfc-editor.org/rfc/rfc6928
"""

SEGMENT = 1_460  # bytes of data: 1,500 less two headers of 20


def initial_window(ten: bool = True) -> int:
    """Segments in the first round, by RFC 6928 or else by RFC 5681."""
    if ten:
        return min(10 * SEGMENT, max(2 * SEGMENT, 14_600)) // SEGMENT
    return 2 if SEGMENT > 2_190 else 3 if SEGMENT > 1_095 else 4


def rounds(size: int, window: int, growth: float = 2.0) -> list[int]:
    """Segments sent in each round trip until all bytes are on their way.

    The window grows by one segment per segment that is acknowledged: to
    twice its size, or 1.5 times if each ACK stands for two and counts once.
    """
    left, sent = -(-size // SEGMENT), []
    while left > 0:
        sent.append(min(left, window))
        left -= window
        window = int(window * growth)
    return sent


if __name__ == "__main__":
    rtt = 0.05  # seconds
    three, ten = initial_window(ten=False), initial_window()
    print(f"100 kB, segments per round trip: {rounds(100_000, ten)}")
    print(f"Round trips with a first window of {three} and of {ten}; ", end="")
    print(f"{ten} at an RTT of {rtt * 1e3:.0f} ms")
    for size in [14_600, 14_601, 100_000, 1_000_000, 10_000_000]:
        old, new = len(rounds(size, three)), len(rounds(size, ten))
        half = len(rounds(size, ten, growth=1.5))
        rate = size * 8e-6 / (new * rtt)
        print(f"{size:10,} B {old:3}, {new:2} (or {half:2})", end=" ")
        print(f"{new * rtt:5.2f} s = {rate:5.1f} Mbit/s")
