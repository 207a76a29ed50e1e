"""Last-Event-ID: a client that lost its connection gets what it has missed.

Simulated: an event per second, numbered without a gap, and connections that
break at any byte. A server that no longer has an event says so.

Time: O(events). Space: O(events that the server keeps).
Source: WHATWG HTML, sections 9.2.3 and 9.2.4 "The `Last-Event-ID` header",
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import random
from collections import Counter
from collections.abc import Callable

EVENTS, CUT, BACK = 2_000, 0.05, 0.3  # chance to break, and to be back
type Start = Callable[[int, int], int]  # (last ID, newest event) -> first


def after(last_id: int, _: int) -> int:
    """The first event that the client has not got."""
    return last_id + 1


def run(
    start: Start, *, early: bool = False, keep: int = EVENTS
) -> tuple[int, int, int]:
    """Events that were lost, that came twice, and that were reported lost."""
    rng, got = random.Random(17), Counter[int]()
    newest = sent = last_id = reported = 0
    online = True
    while sent < EVENTS or not online:
        newest = min(newest + 1, EVENTS)
        if not online and rng.random() < BACK:
            online, sent = True, start(last_id, newest) - 1
            gap = newest - keep - sent
            if gap > 0:  # an event of its own, whose ID ends the gap
                reported, sent = reported + gap, sent + gap
                last_id = sent
        while online and sent < newest:
            sent += 1
            text = f"id: {sent}\ndata: goal\n\n"
            if rng.random() < CUT:
                text, online = text[: rng.randrange(len(text))], False
            if text.endswith("\n\n"):  # only this completes an event
                got[sent] += 1
            if text.endswith("\n\n") or (early and "\n" in text):
                last_id = sent
    return EVENTS - len(got), got.total() - len(got), reported


if __name__ == "__main__":
    print("reconnects with                  lost   twice  reported lost")
    for name, counts in {
        "nothing, gets what is new": run(lambda _, newest: newest),
        "nothing, gets the last ten": run(lambda _, new: max(1, new - 9)),
        "the last ID, read too early": run(after, early=True),
        "the last ID": run(after),
        "the last ID, 5 events are kept": run(after, keep=5),
    }.items():
        print(f"{name:30}", *(f"{count:7}" for count in counts))
