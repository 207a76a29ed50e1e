"""Erlang C: what one queue for all servers would save.

Time: O(servers). Space: O(1).
Source: A. K. Erlang, "Solution of some problems in the theory of
probabilities of significance in automatic telephone exchanges", 1917
"""

LOAD = 0.8  # share of the time that a server works


def must_wait(servers: int, load: float) -> float:
    """Probability that all servers work when a request arrives (M/M/c).

    Raises ValueError unless 0 <= load < 1.
    """
    if not 0 <= load < 1:
        raise ValueError(f"a load of {load} has no steady state")
    offered = servers * load
    blocked = 1.0  # Erlang B, from no server upwards
    for count in range(1, servers + 1):
        blocked = offered * blocked / (count + offered * blocked)
    return blocked / (1 - load * (1 - blocked))


def response(servers: int, load: float) -> float:
    """Mean response time, in mean service times."""
    return 1 + must_wait(servers, load) / (servers * (1 - load))


if __name__ == "__main__":
    print(f"load {LOAD:.0%}, mean response in service times")
    print("servers   own queues   one queue   must wait")
    for servers in [1, 2, 10, 100]:
        print(
            f"{servers:7}   {response(1, LOAD):10.2f}"
            f"   {response(servers, LOAD):9.2f}"
            f"   {must_wait(servers, LOAD):9.1%}"
        )
