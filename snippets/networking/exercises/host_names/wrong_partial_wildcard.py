"""Any other name with a `*` is ignored (6.3)."""

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
    labels = host.lower().split(".")
    for name in names.dns:
        first, *rest = name.lower().split(".")
        before, star, after = first.partition("*")
        good = labels[0].startswith(before) and labels[0].endswith(after)
        fits = first == labels[0] or (star and good)
        if labels[0] and rest and rest == labels[1:] and fits:
            return True
    return False
