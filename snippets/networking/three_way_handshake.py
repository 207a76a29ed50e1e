"""Three-way handshake: both ends agree on numbers, and old ones are refused.

Time: O(1) per segment. Space: O(1).
Source: RFC 9293 §3.3.2, §3.5, https://www.rfc-editor.org/rfc/rfc9293
"""

from typing import NamedTuple

RULES = {  # state, what comes: next state, what goes out
    ("CLOSED", "open"): ("SYN-SENT", "SYN"),
    ("CLOSED", "SYN"): ("CLOSED", "RST,ACK"),
    ("LISTEN", "SYN"): ("SYN-RECEIVED", "SYN,ACK"),
    ("SYN-SENT", "SYN,ACK"): ("ESTABLISHED", "ACK"),
    ("SYN-SENT", "RST,ACK"): ("CLOSED", ""),
    ("SYN-RECEIVED", "ACK"): ("ESTABLISHED", ""),
    ("SYN-RECEIVED", "RST"): ("LISTEN", ""),
}


class Segment(NamedTuple):
    """Flags, its own number, and the number that its sender expects next."""

    flags: str
    seq: int
    ack: int = 0


class Peer:
    """One end: its state, and the number that its next segment will have."""

    def __init__(self, state: str, number: int) -> None:
        self.state, self.number = state, number

    def on(self, comes: Segment) -> Segment | None:
        """The answer, if any. Raises KeyError for what RULES do not know."""
        if "ACK" in comes.flags and comes.ack != self.number:
            return Segment("RST", comes.ack)  # it answers something else
        self.state, flags = RULES[self.state, comes.flags]
        seq = 0 if "RST" in flags else self.number
        self.number += "SYN" in flags  # a SYN counts like a byte
        expected = comes.seq + ("SYN" in comes.flags)
        return Segment(flags, seq, expected) if flags else None


def story(title: str, server: Peer, old: Segment | None = None) -> None:
    """Print what a client and this server say, if `old` comes first or not."""
    client = Peer("CLOSED", 100)
    said = client.on(Segment("open", 0))
    there, here, said = (client, server, old or said)
    print(title)
    while said:
        print(f"  {said.flags:8} seq={said.seq:3} ack={said.ack:3}", end="  ")
        there, here, said = here, there, here.on(said)
        print(f"client {client.state}, server {server.state}")


if __name__ == "__main__":
    story("A server listens", Peer("LISTEN", 300))
    story("Nobody listens", Peer("CLOSED", 300))
    story("A SYN of an old attempt", Peer("LISTEN", 300), Segment("SYN", 90))
