"""Bounded outbox: a slow reader costs others no time, and no endless memory.

Simulated: a message per tick, for 1,000 ticks. bob reads every tenth tick.

Time: O(1) per message. Space: O(limit) per reader.
Source: websockets manual, "Broadcasting", section "Per-client queues",
https://websockets.readthedocs.io/en/stable/topics/broadcast.html
"""

from collections import OrderedDict
from math import inf
from typing import Literal

type GivesWay = Literal["sender", "oldest", "newest", "reader"]


class Outbox[M]:
    """What one reader still has to get, in order: at most `limit` messages."""

    def __init__(self, limit: float, gives_way: GivesWay) -> None:
        self._limit, self._gives_way = limit, gives_way
        self.waiting = OrderedDict[object, M]()
        self.is_open = True

    def put(self, message: M, topic: object = None) -> bool:
        """Whether the sender may go on. Of a topic only the latest is kept."""
        key = object() if topic is None else topic
        if key not in self.waiting and len(self.waiting) >= self._limit:
            if self._gives_way != "oldest":
                self.is_open = self._gives_way != "reader"
                return self._gives_way != "sender"
            self.take()
        self.waiting[key] = message
        return True

    def take(self) -> M:
        """The next message; KeyError if there is none."""
        return self.waiting.popitem(last=False)[1]


def run(bob: Outbox[int], topics: int = 1_000) -> tuple[int, int, int, int]:
    """Messages sent, read by bob, the most that waited, and the latest."""
    sent = read = most = latest = 0
    for tick in range(1_000):
        sent += not bob.is_open or bob.put(tick, tick % topics)
        most = max(most, len(bob.waiting))
        if bob.is_open and bob.waiting and tick % 10 == 0:
            read, latest = read + 1, max(latest, tick - bob.take())
    return sent, read, most, latest


if __name__ == "__main__":
    print("who gives way        sent   read  waiting  late")
    ways: list[GivesWay] = ["sender", "oldest", "newest", "reader"]
    rows = {f"the {way}": run(Outbox(20, way)) for way in ways}
    rows |= {"nobody": run(Outbox(inf, "oldest"))}
    rows |= {"older, per 5 topics": run(Outbox(20, "oldest"), topics=5)}
    for name, counts in rows.items():
        print(f"{name:19}", *(f"{count:6}" for count in counts))
