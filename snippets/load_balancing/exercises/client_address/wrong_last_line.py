"""The last line may name only proxies: go on in the line before."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

type Address = IPv4Address | IPv6Address


def plain(text: str) -> Address:
    """The address; raises ValueError if the text is none."""
    address = ip_address(text)
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


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
    listed = forwarded_for[-1].split(",") if forwarded_for else []
    client = plain(peer)
    for text in reversed(listed):
        if not any(client in network for network in networks):
            break
        try:
            client = plain(text.strip())
        except ValueError:
            break
    return str(client)
