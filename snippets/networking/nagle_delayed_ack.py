"""Nagle and delayed ACK: each waits for the other, until a timer ends it.

Assumed: a small request is written in parts, one call right after the other;
the server answers when it has all of them. Delays of work are 0.

Time: O(parts). Space: O(parts).
Source: RFC 9293 §3.7.4 and §3.8.6.3, https://www.rfc-editor.org/rfc/rfc9293
"""

ACK_TIMER = 40.0  # ms that an ACK waits for an answer to go along with


def exchange(
    parts: int, rtt: float, *, nodelay: bool
) -> list[tuple[float, str]]:
    """What happens at which ms, until the client has the answer."""
    log, now, held = [], 0.0, parts
    while held:
        # With nothing unacknowledged a part may go alone; else it is held.
        sent = held if nodelay or held < parts else 1
        held -= sent
        log.append((now, f"client sends {sent} of {parts}, holds {held}"))
        now += rtt / 2
        if held:  # the server has nothing to send
            now += ACK_TIMER
            log.append((now, "server's timer ends: an ACK alone"))
        else:
            log.append((now, "server has all: answer and ACK together"))
        now += rtt / 2
    return [*log, (now, "client has the answer")]


if __name__ == "__main__":
    for parts, nodelay in [(2, False), (2, True), (1, False)]:
        print(f"{parts} writes, TCP_NODELAY {'on' if nodelay else 'off'}")
        for at, what in exchange(parts, rtt=1.0, nodelay=nodelay):
            print(f"{at:6.1f} ms  {what}")
