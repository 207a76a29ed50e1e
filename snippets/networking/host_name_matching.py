"""Host name matching: a wildcard stands for one label, the leftmost.

DELIBERATELY WRONG: `by_pattern`, which lets it stand for anything.

Time: O(length of the names). Space: O(length of the names).
Source: RFC 9525, sections 6.3 and 6.4,
https://www.rfc-editor.org/rfc/rfc9525#section-6.3
"""

from fnmatch import fnmatchcase
from ipaddress import ip_address


def is_address(host: str) -> bool:
    """Whether it is an IP address, such as 192.0.2.17, and no name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def matches(presented: str, host: str) -> bool:
    """Whether a DNS name in a certificate is the host's; both in ASCII.

    An address is compared with the certificate's addresses, never by this.
    """
    name, wanted = presented.lower(), host.lower()
    if is_address(wanted) or "*" in name.removeprefix("*."):
        return False  # a * elsewhere makes the whole name void
    label, _, parent = wanted.partition(".")
    if name.startswith("*."):
        return bool(label and parent) and name == f"*.{parent}"
    return name == wanted


def by_pattern(presented: str, host: str) -> bool:
    """WRONG: a pattern of file names, in which * runs across dots."""
    return fnmatchcase(host.lower(), presented.lower())


if __name__ == "__main__":
    print("in the certificate  host wanted                    RFC  pattern")
    for presented, host in [
        ("shop.example.com", "SHOP.example.com"),
        ("*.example.com", "shop.example.com"),
        ("*.example.com", "example.com"),
        ("*.example.com", "eu.shop.example.com"),
        ("s*.example.com", "shop.example.com"),
        ("*.*.example.com", "eu.shop.example.com"),
        ("*.0.2.17", "192.0.2.17"),
    ]:
        verdicts = [rule(presented, host) for rule in (matches, by_pattern)]
        said = ["yes" if good else "no" for good in verdicts]
        print(f"{presented:20}{host:31}{said[0]:5}{said[1]}")
