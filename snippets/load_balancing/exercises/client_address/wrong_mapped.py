"""An IPv4 address written as IPv6 is the same address."""

from ipaddress import ip_address, ip_network


def client_address(
    peer: str, forwarded_for: list[str], trusted: list[str]
) -> str:
    """The address of the client, as far as it can be known.

    `peer` is the other end of the TCP connection. `forwarded_for` are the
    lines of X-Forwarded-For in their order, each with addresses between
    commas. `trusted` are the networks of our own proxies.

    An address of a trusted proxy is followed one step to the left, to what
    that proxy has appended; the first other address is the client. If there
    is nothing more to the left, or no address, it stays at the proxy. An IPv4
    address that is written as IPv6, as in ::ffff:10.0.0.1, is an IPv4 address.
    """
    networks = [ip_network(network) for network in trusted]
    listed = ",".join(forwarded_for).split(",")
    client = ip_address(peer)
    for text in reversed(listed):
        if not any(client in network for network in networks):
            break
        try:
            client = ip_address(text.strip())
        except ValueError:
            break
    return str(client)
