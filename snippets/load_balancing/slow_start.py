"""Slow start: a server that comes back gets its share bit by bit.

Simulated by second: three servers of 100 requests per second get 240. A new
one joins at 0 s; it can do COLD at first and 100 after WARM seconds. What
does not fit waits; clients leave after 1 s, and the work for them is lost.

Time: O(seconds). Space: O(1).
Source: Envoy, "Slow start mode", https://www.envoyproxy.io/docs/envoy/latest/
intro/arch_overview/upstream/load_balancing/slow_start
"""

OTHERS, CAPACITY, LOAD = 3, 100, 240  # servers; requests per second
COLD, WARM, SECONDS = 10, 30, 60


def capacity(second: int) -> float:
    """What the new server can do in this second."""
    return COLD + (CAPACITY - COLD) * min(1.0, second / WARM)


def weight(second: int, window: int, least: float = 0.1) -> float:
    """The new server's weight; the others have 1."""
    return max(least, min(1.0, second / window)) if window else 1.0


def run(window: int) -> tuple[float, float, float]:
    """What is late in all, the longest queue, and the others' most load."""
    queue = late = longest = most = 0.0
    for second in range(SECONDS):
        mine = weight(second, window)
        arriving = LOAD * mine / (OTHERS + mine)
        most = max(most, (LOAD - arriving) / OTHERS)
        before = queue
        queue = max(0.0, queue + arriving - capacity(second))
        if before > capacity(second):  # all that is served has waited 1 s
            late += arriving
        longest = max(longest, queue)
    return late, longest, most


if __name__ == "__main__":
    print("slow start   late  queue   others")
    for window in (0, 10, 30, 60):
        late, longest, most = run(window)
        print(f"{window:8} s{late:7.0f}{longest:7.0f}{most:7.0f} %")
