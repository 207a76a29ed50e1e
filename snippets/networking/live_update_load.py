"""Capacity estimate: requests, bytes and servers, before a protocol is chosen.

Assumed: the constants. Events fall at random times, polls are regular.

Time: O(1). Space: O(1).
Source: WHATWG, HTML, "Server-sent events", section 9.2.7 (comments, for
instance every 15 seconds), https://html.spec.whatwg.org/#authoring-notes
"""

from math import ceil

PHONES, TOP_MATCH = 1_000_000, 300_000
EVENT_EVERY = 10  # seconds, of the match that a phone follows
POLL, EVENT, COMMENT = 500, 150, 70  # bytes on the wire, headers included
COMMENT_EVERY = 15  # seconds
# What one server takes (assumed: measure yours).
HELD, WRITES, HANDSHAKES = 100_000, 50_000, 1_000  # two of them per second
GOAL_WITHIN, BACK_WITHIN = 1, 40  # seconds


def polling(every: int) -> tuple[float, float]:
    """Requests per second and Mbit/s if each phone asks that often."""
    requests = PHONES / every
    return requests, requests * POLL * 8 / 1e6


def pushing() -> tuple[float, float]:
    """Messages per second and Mbit/s if events go out as they happen."""
    events, comments = PHONES / EVENT_EVERY, PHONES / COMMENT_EVERY
    return events + comments, (events * EVENT + comments * COMMENT) * 8 / 1e6


def servers() -> dict[str, int]:
    """How many servers each limit asks for."""
    return {
        "connections held": ceil(PHONES / HELD),
        f"a goal sent within {GOAL_WITHIN} s": ceil(
            TOP_MATCH / GOAL_WITHIN / WRITES
        ),
        f"all back within {BACK_WITHIN} s": ceil(
            PHONES / BACK_WITHIN / HANDSHAKES
        ),
    }


if __name__ == "__main__":
    print(
        "                per second    Mbit/s   news is late by, mean and most"
    )
    for every in (30, 10, 2):
        requests, megabits = polling(every)
        row = f"poll each {every:2} s{requests:13,.0f}{megabits:10,.0f}"
        print(f"{row}{every / 2:8.0f} s{every:5} s")
    messages, megabits = pushing()
    print(f"push           {messages:11,.0f}{megabits:10,.0f}       a trip")
    print("servers, for")
    for limit, number in servers().items():
        print(f"  {limit:22}{number:3}")
