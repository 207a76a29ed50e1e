"""Panic threshold: with few healthy servers left, ask all of them.

Assumed: a server works off CAPACITY requests per second; one that gets more
serves fewer and fewer, and none at all from twice that on. An unhealthy one
fails what it gets. Clients don't retry.

Time: O(1) per row. Space: O(1).
Source: Envoy, "Panic threshold", https://www.envoyproxy.io/docs/envoy/latest/
intro/arch_overview/upstream/load_balancing/panic_threshold
"""

SERVERS, CAPACITY, LOAD = 10, 100, 600  # requests per second


def served(load: float) -> float:
    """What one healthy server answers in time, per second."""
    over = max(0.0, load - CAPACITY)
    return min(load, max(0.0, CAPACITY - over))


def answered(healthy: int, asked: int) -> float:
    """Share of all requests answered, if they go to so many servers."""
    if not asked:
        return 0.0
    return healthy * served(LOAD / asked) / LOAD


def with_panic(healthy: int, threshold: float) -> float:
    """The same, if the balancer asks all below a share of healthy ones."""
    panic = healthy < threshold * SERVERS
    return answered(healthy, SERVERS if panic else healthy)


if __name__ == "__main__":
    print("healthy  only   all   < 50 %   < 60 %")
    for healthy in range(10, -1, -1):
        row = f"{healthy:7}{answered(healthy, healthy):6.0%}"
        row += f"{answered(healthy, SERVERS):6.0%}"
        for threshold in (0.5, 0.6):
            row += f"{with_panic(healthy, threshold):9.0%}"
        print(row)
