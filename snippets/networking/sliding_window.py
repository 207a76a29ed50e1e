"""Sliding window: never more unread data than the receiver has room for.

Assumed: nothing is lost, and the window is the receiver's whole buffer. Room
is announced when the application has read, half a round trip away.

Time: O(segments). Space: O(segments).
Source: RFC 9293 §3.8.6, https://www.rfc-editor.org/rfc/rfc9293; RFC 7323
§2.2, https://www.rfc-editor.org/rfc/rfc7323
"""

SEGMENT = 1_460  # bytes of data
UNSCALED = 65_535  # bytes, the largest window that 16 bits announce
LARGEST_SHIFT = 14
NO_WAIT = 1e12  # bytes per second, of a reader that is never late


def throughput(
    size: int, window: int, rtt: float, link: float, reader: float = NO_WAIT
) -> float:
    """Bytes per second, from the first possible arrival to the last read.

    `link` and `reader` are what network and application can take, in bytes
    per second; `rtt` is in seconds.
    """
    room = max(1, window // SEGMENT)
    read: list[float] = []  # when the application has read each segment
    sent = now = 0.0
    for number in range(-(-size // SEGMENT)):
        if number >= room:
            sent = max(sent, read[number - room] + rtt / 2)
        sent += SEGMENT / link
        now = max(now, sent + rtt / 2) + SEGMENT / reader
        read.append(now)
    return size / (now - rtt / 2)


def window_shift(wanted: float) -> int:
    """The least scale whose window holds that many bytes, if one does."""
    fits = (s for s in range(LARGEST_SHIFT) if UNSCALED << s >= wanted)
    return next(fits, LARGEST_SHIFT)


if __name__ == "__main__":
    link = 125e6  # bytes per second: 1 Gbit/s
    print("1 Gbit/s, no loss: a window of 65,535 bytes, or of rate x RTT")
    print("   RTT         65,535 (W/RTT)      bytes  scale")
    for rtt in [0.001, 0.02, 0.1, 0.3]:
        small = throughput(5_000_000, UNSCALED, rtt, link) * 8e-6
        shift = window_shift(link * rtt)
        window = UNSCALED << shift
        wide = throughput(2 * window, window, rtt, link) * 8e-6
        print(f"{rtt * 1e3:3.0f} ms {small:6.1f} Mbit/s", end=" ")
        print(f"({UNSCALED / rtt * 8e-6:5.1f})", end=" ")
        print(f"{link * rtt:11,.0f} {shift:6}: {wide:6.1f} Mbit/s")
    slow = throughput(5_000_000, UNSCALED, 0.001, link, reader=1e6) * 8e-6
    print(f"RTT 1 ms, an application that reads 8 Mbit/s: {slow:.1f} Mbit/s")
