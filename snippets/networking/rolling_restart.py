"""Rolling restart: where dropped connections land decides who is full.

Simulated: servers restart in turn. Each drops its connections, which come back
elsewhere while it is away; then it may get new ones.

Time: O(servers * phones / LOT * log(servers)). Space: O(servers).
Source: HAProxy 2.6, "Configuration Manual", section 4.2, `balance`,
https://docs.haproxy.org/2.6/configuration.html#4.2-balance
"""

import heapq
from collections import Counter
from collections.abc import Callable

PHONES, SERVERS, LOT = 1_000_000, 25, 10  # a lot of phones moves together
type Choose = Callable[[dict[str, int], int], Counter[str]]


def in_turn(held: dict[str, int], lots: int) -> Counter[str]:
    """New lots by server: round robin."""
    names = list(held)
    return Counter(names[lot % len(names)] for lot in range(lots))


def fewest(held: dict[str, int], lots: int) -> Counter[str]:
    """New lots by server: each goes where the fewest phones are by then."""
    queue = sorted((phones, name) for name, phones in held.items())
    chosen = Counter[str]()
    for _ in range(lots):
        phones, name = queue[0]
        heapq.heapreplace(queue, (phones + LOT, name))
        chosen[name] += 1
    return chosen


def restart(choose: Choose, spare: int = 0) -> tuple[float, int, int]:
    """Reconnects per phone, the fullest server, the greatest rush to one."""
    held = {f"old {n}": PHONES // SERVERS for n in range(SERVERS)}
    new = {f"new {n}": 0 for n in range(spare)}
    moved = fullest = rush = 0
    for name in list(held):
        dropped, held[name] = held[name], 0
        others = {n: phones for n, phones in held.items() if n != name}
        for target, lots in choose(new or others, dropped // LOT).items():
            (new or held)[target] += lots * LOT
            rush = max(rush, lots * LOT)
        moved += dropped
        fullest = max(fullest, *held.values(), *new.values())
    return moved / PHONES, fullest, rush


if __name__ == "__main__":
    print("dropped phones go to      reconnects   fullest     rush")
    for name, choose, spare in [
        ("the others, in turn", in_turn, 0),
        ("whoever has the fewest", fewest, 0),
        (f"{SERVERS} new ones, in turn", in_turn, SERVERS),
    ]:
        each, fullest, rush = restart(choose, spare)
        print(f"{name:24}{each:12.2f}{fullest:10,}{rush:9,}")
