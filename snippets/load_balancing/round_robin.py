"""Round robin: each server has its turn, whatever it can do.

Time: O(1) per request. Space: O(servers).
Source: HAProxy manual, section 4.2, "balance", `roundrobin`,
https://docs.haproxy.org/2.6/configuration.html#4.2-balance
"""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

PER_SECOND = 80  # requests that arrive
CAN_DO = {"A": 50.0, "B": 50.0, "C": 12.5}  # per second; C has become slow
SECONDS = 60


def round_robin(servers: Sequence[str]) -> Iterator[str]:
    """The servers in turn, for ever.

    Raises ValueError if there is none.
    """
    if not servers:
        raise ValueError("round robin needs a server")
    return cycle(servers)


def waiting(can_do: dict[str, float], per_second: float) -> dict[str, float]:
    """Requests that wait at each server after SECONDS of equal turns.

    As if requests and answers flowed evenly, without bursts.
    """
    share = per_second / len(can_do)
    return {
        server: max(0.0, share - rate) * SECONDS
        for server, rate in can_do.items()
    }


if __name__ == "__main__":
    first = islice(round_robin("ABC"), 7)
    print("order:", *first)
    print(f"arrive: {PER_SECOND} per s, can do: {sum(CAN_DO.values())} per s")
    for server, queue in waiting(CAN_DO, PER_SECOND).items():
        print(
            f"{server} after {SECONDS} s: {queue:4.0f} wait, "
            f"the last for {queue / CAN_DO[server]:.0f} s"
        )
