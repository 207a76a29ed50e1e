"""A host of a single label has nothing behind a dot."""

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
        return packed in names.addresses
    wanted = host.lower()
    for name in map(str.lower, names.dns):
        if "*" in name.removeprefix("*."):
            continue
        if name == wanted:
            return True
        if name.startswith("*."):
            label, parent = wanted.split(".", 1)
            if label and f"*.{parent}" == name:
                return True
    return False
