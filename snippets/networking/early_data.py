"""Early data: what is replayed is charged again, unless it was too early.

Simplified: early data is a ticket and a request. Who copies it can send both
again, but can't complete a handshake.

Time: O(1) per request. Space: O(tickets).
Source: RFC 8470, section 5.2, https://www.rfc-editor.org/rfc/rfc8470#section-5.2
"""

from dataclasses import dataclass, field

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}  # RFC 9110, section 9.2.1
NOT_READ, OK, TOO_EARLY = 0, 200, 425


@dataclass(slots=True)
class Server:
    """One of several behind a name, all of which can read the tickets."""

    charges: list[str]  # in the database that they share
    once: bool  # takes each ticket once; it knows those that it has seen
    only_safe: bool  # refuses other methods in early data
    _seen: set[str] = field(default_factory=set)

    def early(self, ticket: str, method: str) -> int:
        """The status of a request that comes before the handshake's end."""
        if self.once and ticket in self._seen:
            return NOT_READ
        self._seen.add(ticket)
        if self.only_safe and method not in SAFE:
            return TOO_EARLY
        return self.handle(method)

    def handle(self, method: str) -> int:
        """The status of a request that can't be a replay."""
        if method == "POST":
            self.charges.append("17 EUR")
        return OK


def pay(once: bool, only_safe: bool, replays: int) -> list[str]:
    """The charges for one POST to the first of two servers."""
    charges = list[str]()
    first, second = (Server(charges, once, only_safe) for _ in range(2))
    if first.early("ticket 8", "POST") == TOO_EARLY:
        first.handle("POST")  # the client asks again after the handshake
    for server in [first, second][:replays]:
        server.early("ticket 8", "POST")
    return charges


if __name__ == "__main__":
    print("charges, if one POST is replayed: not, to its server, to both")
    for name, once, only_safe in [
        ("accepted", False, False),
        ("a ticket counts once", True, False),
        ("425 unless safe", False, True),
    ]:
        counts = [len(pay(once, only_safe, replays)) for replays in range(3)]
        print(f"{name:33}{counts[0]:4}{counts[1]:14}{counts[2]:9}")
