"""The common name is for people. It is no address either."""

from dataclasses import dataclass
from ipaddress import ip_address


@dataclass(frozen=True, slots=True)
class Names:
    """What a certificate says of its owner."""

    common_name: str = ""  # for people to read
    dns: tuple[str, ...] = ()  # in ASCII; one may begin with `*.`
    addresses: tuple[bytes, ...] = ()  # 4 bytes (IPv4) or 16 (IPv6)


def address(host: str) -> bytes | None:
    """The bytes of an IP address; None for a name."""
    try:
        return ip_address(host).packed
    except ValueError:
        return None


def names_host(names: Names, host: str) -> bool:
    """Whether the certificate is for the host, a DNS name or an IP address."""
    if (packed := address(host)) is not None:
        return packed in names.addresses or names.common_name == host
    wanted = host.lower()
    label, _, parent = wanted.partition(".")
    accepted = {wanted}
    if label and parent:
        accepted.add(f"*.{parent}")
    return any(
        name in accepted and "*" not in name.removeprefix("*.")
        for name in map(str.lower, names.dns)
    )
