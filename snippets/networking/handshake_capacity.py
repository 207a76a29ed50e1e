"""Reconnect storm: spread it over more seconds than the handshakes take.

Simulated by the second, in fractions of phones. Servers work in the order of
arrival, also for phones that have given up. These draw again, from a spread
that doubles each time; without one all wait for 2, 4, 8, ... seconds.

Time: O(seconds * attempts). Space: O(seconds * attempts).
Source: RFC 6455, section 7.2.3 "Recovering from Abnormal Closure",
https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3
"""

from collections import deque

PER_SERVER = 1_000  # handshakes per second
PATIENCE, LONGEST = 5, 120  # seconds: for a handshake; of a pause, at most


def come(phones: float, spread: int, failures: int) -> dict[int, float]:
    """Phones by the seconds that they wait before they ask again."""
    last = min(LONGEST, (spread or 1) << failures)
    waits = range(last) if spread else [last if failures else 0]
    return dict.fromkeys(waits, phones / len(waits))


def storm(phones: float, servers: int, spread: int) -> tuple[float, float, int]:
    """Most arrivals per second, handshakes in vain, when all are back."""
    due = {(s, 0): n for s, n in come(phones, spread, 0).items()}
    queue, back, vain, most, now = deque[list[float]](), 0.0, 0.0, 0.0, 0
    while back < phones - 1:
        for since, failures, waiting in queue:
            if since == now - PATIENCE:  # what is left of them gives up
                again = int(failures) + 1
                for pause, some in come(waiting, spread, again).items():
                    key = now + pause, again
                    due[key] = due.get(key, 0.0) + some
        came = [(n, due.pop((s, n))) for s, n in sorted(due) if s == now]
        most = max(most, sum(number for _, number in came))
        queue.extend([now, failures, number] for failures, number in came)
        left = float(servers * PER_SERVER)
        while queue and left:
            done = min(left, queue[0][2])
            left, queue[0][2] = left - done, queue[0][2] - done
            in_time = queue[0][0] > now - PATIENCE
            back, vain = back + done * in_time, vain + done * (not in_time)
            if not queue[0][2]:
                queue.popleft()
        now += 1
    return most, vain, now


if __name__ == "__main__":
    print("  phones servers  spread most per s    in vain  all back")
    for phones, servers in [(1_000_000, 25), (500_000, 12), (40_000, 24)]:
        for spread in [0, 10, 30, 40, 60] if phones > 40_000 else [0]:
            most, vain, seconds = storm(phones, servers, spread)
            row = f"{phones:9,}{servers:6}{spread:8} s"
            print(f"{row}{most:11,.0f}{vain:11,.0f}{seconds:8,} s")
