"""CUBIC: back at the old window after a time, not after so many round trips.

Computed is the way back to the window at which the loss occurred.

Time: O(1) per value. Space: O(1).
Source: RFC 9438 §4.2, §4.3 and §4.6, https://www.rfc-editor.org/rfc/rfc9438;
RFC 5681 §3.1, https://www.rfc-editor.org/rfc/rfc5681
"""

from math import cbrt

C = 0.4  # segments per second cubed
BETA = 0.7  # of the window is left after a loss
ALPHA = 3 * (1 - BETA) / (1 + BETA)  # per round trip: as much as Reno gets


def reno(before: float, seconds: float, rtt: float) -> float:
    """Segments, so long after a loss at `before`: half, then +1 per trip."""
    return before / 2 + seconds / rtt


def back_after(before: float) -> float:
    """K: seconds after which the curve is at `before` again."""
    return cbrt((1 - BETA) * before / C)


def cubic(before: float, seconds: float, rtt: float) -> float:
    """Segments, so long after a loss: the curve, or a line if that is more."""
    curve = before + C * (seconds - back_after(before)) ** 3
    line = BETA * before + ALPHA * seconds / rtt
    return max(curve, min(line, before))


if __name__ == "__main__":
    packet = 12_000  # bits
    print("One loss: window in % of the one before, after so many seconds")
    print("        path          at once    1    5   10   again 100 %")
    for rate, rtt in [(1e8, 0.01), (1e7, 0.1), (1e8, 0.1), (1e10, 0.1)]:
        full = rate * rtt / packet
        line = (1 - BETA) * full * rtt / ALPHA
        again = {reno: full / 2 * rtt, cubic: min(back_after(full), line)}
        for rule, seconds in again.items():
            print(f"{rate / 1e6:6,.0f} Mbit/s x {rtt * 1e3:3.0f} ms", end=" ")
            print(f"{rule.__name__:5}", end="")
            for at in [0, 1, 5, 10]:
                print(f"{min(1, rule(full, at, rtt) / full):5.0%}", end="")
            print(f"{seconds:9.1f} s")
