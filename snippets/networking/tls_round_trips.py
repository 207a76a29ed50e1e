"""Round trips: what each handshake costs before the first byte of an answer.

Counted in flights; no loss, no packet that is too large, no time to compute.

Time: O(flights). Space: O(flights).
Source: RFC 8446, section 2, figures 1 to 4; RFC 5246, section 7.3, figures 1
and 2; RFC 9000, section 7, https://www.rfc-editor.org/rfc/rfc8446#section-2
"""

TCP = [">SYN", "<SYN ACK"]
TLS_12 = [">ClientHello", "<Certificate", ">ClientKeyExchange", "<Finished"]
TLS_12_RESUMED = [">ClientHello", "<ServerHello … Finished"]
TLS_13 = [">ClientHello", "<ServerHello … Finished"]  # also over QUIC
REQUEST = [">request", "<response"]  # what the client owes goes with it

HANDSHAKES = {
    "TCP, no TLS": TCP,
    "TCP, TLS 1.2": TCP + TLS_12,
    "TCP, TLS 1.2 resumed": TCP + TLS_12_RESUMED,
    "TCP, TLS 1.3": TCP + TLS_13,
    "TCP, TLS 1.3 with a retry": TCP + TLS_13 + TLS_13,
    "TCP, TLS 1.3 with 0-RTT": TCP,  # the request goes with ClientHello
    "QUIC": TLS_13,
    "QUIC with 0-RTT": [],
    "connection that is open": [],
}


def round_trips(flights: list[str]) -> int:
    """How often the client waits; each flight answers the one before it."""
    for flight, turn in zip(flights, "><" * len(flights), strict=False):
        if flight[0] != turn:
            raise ValueError(f"{flight}: it is the turn of {turn}")
    return len(flights) // 2


def first_byte(handshake: list[str], rtt: int, lookup: int = 0) -> int:
    """Milliseconds until the first byte of the response."""
    return lookup + round_trips(handshake + REQUEST) * rtt


if __name__ == "__main__":
    rtt, lookup = 50, 20  # ms to the server; ms for the name
    print(f"{'ms to the first byte':28}round trips  known name  looked up")
    for name, flights in HANDSHAKES.items():
        trips = round_trips(flights + REQUEST)
        times = [first_byte(flights, rtt, wait) for wait in (0, lookup)]
        print(f"{name:28}{trips:11}{times[0]:12}{times[1]:11}")
