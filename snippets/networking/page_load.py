"""Page load: six small windows or one, and what losses do to them.

Assumed: all goes in rounds of one round trip. A lost packet is sent again in
the next round. A loss halves the window of its connection; a round without
one doubles it at first, later adds one packet. Each connection has an equal
share of the link, and HTTP/1.1 gives each an equal share of the files.

Time: O(packets). Space: O(files).
Source: RFC 5681, section 3.1, https://www.rfc-editor.org/rfc/rfc5681#section-3.1
"""

from math import inf
from random import Random
from statistics import fmean

LINK, FIRST_WINDOW = 200, 10  # packets per round trip; of a connection
SETUP = 2  # round trips: TCP, TLS 1.3
CONNECTIONS, LOADS = 6, 60


def rounds(exchanges: list[int], share: int, loss: float, rng: Random) -> int:
    """Round trips of one connection, for answers of so many packets each.

    The next exchange begins when the one before is complete.
    """
    window, threshold, passed = float(FIRST_WINDOW), inf, SETUP
    for left in exchanges:
        while left:
            passed += 1
            sent = min(int(window), share, left)
            lost = sum(rng.random() < loss for _ in range(sent))
            left -= sent - lost
            if lost:
                window = threshold = max(window / 2, 2)
            else:  # grow by what has been acknowledged
                window += sent if window < threshold else sent / window
    return passed


def http_1(files: list[int], loss: float, rng: Random) -> int:
    """Each connection fetches its files one after the other."""
    dealt = [files[first::CONNECTIONS] for first in range(CONNECTIONS)]
    return max(rounds(some, LINK // CONNECTIONS, loss, rng) for some in dealt)


def http_2(files: list[int], loss: float, rng: Random) -> int:
    """All files at once over one connection."""
    return rounds([sum(files)], LINK, loss, rng)


if __name__ == "__main__":
    print("mean round trips, by HTTP version")
    print("files x packets  lost    1.1      2")
    for files in [[3] * 80, [20] * 24]:
        for loss in [0.0, 0.005, 0.01, 0.02]:
            rng = Random(1)
            six = fmean(http_1(files, loss, rng) for _ in range(LOADS))
            one = fmean(http_2(files, loss, rng) for _ in range(LOADS))
            page = f"{len(files)} x {files[0]:2}"
            print(f"{page:>15}{loss:6.1%}{six:7.1f}{one:7.1f}")
