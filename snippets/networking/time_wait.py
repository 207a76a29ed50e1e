"""TIME-WAIT: who closes first can still answer when its last ACK is lost.

Time: O(1) per segment. Space: O(1) per connection that waits.
Source: RFC 9293 §3.3.2, figure 5, and §3.6, figure 12,
https://www.rfc-editor.org/rfc/rfc9293; Linux, ip-sysctl,
https://docs.kernel.org/networking/ip-sysctl.html
"""

RULES = {  # state, what comes: next state, what goes out
    ("ESTABLISHED", "close"): ("FIN-WAIT-1", "FIN"),
    ("ESTABLISHED", "FIN"): ("CLOSE-WAIT", "ACK"),
    ("FIN-WAIT-1", "ACK"): ("FIN-WAIT-2", ""),
    ("FIN-WAIT-1", "FIN"): ("CLOSING", "ACK"),  # both closed at once
    ("FIN-WAIT-2", "FIN"): ("TIME-WAIT", "ACK"),
    ("CLOSING", "ACK"): ("TIME-WAIT", ""),
    ("TIME-WAIT", "FIN"): ("TIME-WAIT", "ACK"),  # sent again: ACK got lost
    ("TIME-WAIT", "2 MSL"): ("CLOSED", ""),
    ("CLOSE-WAIT", "close"): ("LAST-ACK", "FIN"),
    ("LAST-ACK", "timeout"): ("LAST-ACK", "FIN"),
    ("LAST-ACK", "ACK"): ("CLOSED", ""),
    ("LAST-ACK", "RST"): ("CLOSED", ""),  # aborted, nothing confirmed
    ("CLOSED", "FIN"): ("CLOSED", "RST"),
}
PORTS = 60_999 - 32_768 + 1  # that Linux gives to outgoing connections
WAIT = 60  # seconds in TIME-WAIT on Linux


class Peer:
    """One end of a connection; `state` is what it knows of the other."""

    def __init__(self, state: str = "ESTABLISHED") -> None:
        self.state = state

    def on(self, comes: str) -> str:
        """What it sends in answer, "" for nothing; KeyError if not known."""
        self.state, answer = RULES[self.state, comes]
        return answer


if __name__ == "__main__":
    for waits in [True, False]:
        client, server = Peer(), Peer()
        client.on(server.on(client.on("close")))  # FIN, ACK
        client.on(server.on("close"))  # FIN, and the ACK gets lost
        if not waits:
            client.on("2 MSL")  # at once
        print(f"The last ACK is lost; client {client.state}", end=", ")
        print(f"server {server.state}")
        answer = client.on(server.on("timeout"))
        server.on(answer)
        print(f"  FIN again, answered by {answer}: server {server.state}")
    print(f"{PORTS:,} ports, {WAIT} s each: {PORTS / WAIT:.0f} connections/s")
