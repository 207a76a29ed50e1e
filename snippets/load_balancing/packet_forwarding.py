"""Forwarding: which address is rewritten decides which way the answer goes.

Time: O(1). Space: O(1).
Source: Linux Virtual Server, http://www.linuxvirtualserver.org/how.html
"""

from dataclasses import dataclass

CLIENT, VIP, BALANCER, SERVER = "client", "site", "balancer", "server"
REQUEST, ANSWER = 1, 50  # kB


@dataclass(frozen=True, slots=True)
class Packet:
    """From and to which address; the frame around it names a machine."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Setup:
    """What the balancer rewrites, and how the server is set up."""

    target: bool = False
    source: bool = False
    gateway: bool = False  # the server's way out is the balancer
    holds_vip: bool = False  # the server takes packets for the site


def forward(setup: Setup) -> Packet:
    """The client's packet to the site, as the server gets it."""
    source = BALANCER if setup.source else CLIENT
    return Packet(source, SERVER if setup.target else VIP)


def exchange(setup: Setup) -> tuple[str, int, str]:
    """Whom the server sees, kB through the balancer, and what happens."""
    asked = forward(setup)
    if asked.target != SERVER and not setup.holds_vip:
        return "-", REQUEST, "the server drops it"
    if setup.gateway or asked.source == BALANCER:  # it undoes its rewrites
        return asked.source, REQUEST + ANSWER, "answered"
    if asked.target != VIP:  # as the answer comes from there
        return asked.source, REQUEST, "the client knows no such connection"
    return asked.source, REQUEST, "answered"


SETUPS = {
    "target": Setup(target=True),
    "target, gateway": Setup(target=True, gateway=True),
    "target and source": Setup(target=True, source=True),
    "frame only": Setup(),
    "frame, VIP at server": Setup(holds_vip=True),
}

if __name__ == "__main__":
    print("rewritten             server sees  kB here  what happens")
    for name, setup in SETUPS.items():
        print("{:22}{:11}{:9}  {}".format(name, *exchange(setup)))
