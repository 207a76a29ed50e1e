"""Zone rules: what a name may not have at the same time, and not point at.

Assumed: the zone's own data, without records of DNSSEC; no wildcards.
Time: O(records * aliases). Space: O(records).
Source: RFC 1034 §3.6.2 and RFC 2181 §10 (CNAME), RFC 1035 §5.2 (SOA), RFC 1034
§4.1 (NS), RFC 5952 §4, https://www.rfc-editor.org/rfc/rfc2181#section-10
"""

from collections.abc import Iterator
from ipaddress import IPv6Address

type Record = tuple[str, str, str]  # name, type, data
TARGETS = {"MX", "NS", "SRV"}  # types whose last field names a host


def faults(apex: str, zone: list[Record]) -> Iterator[str]:
    """Each rule that the zone breaks, in the order of its records."""
    aliases = {name for name, kind, _ in zone if kind == "CNAME"}
    for kind, least in {"SOA": 1, "NS": 2}.items():
        found = sum((name, of) == (apex, kind) for name, of, _ in zone)
        if found < least or (kind == "SOA" and found > 1):
            yield f"{apex} has {found} {kind}, needs {least}"
    for name, kind, data in zone:
        others = [k for n, k, d in zone if n == name and (k, d) != (kind, data)]
        target = data.split()[-1]
        if kind == "CNAME" and others:
            yield f"{name} is an alias and has {', '.join(others)}"
        if kind in TARGETS and target in aliases:
            yield f"{name} {kind} leads to the alias {target}"
        if kind == "MX" and not data.split()[0].isdigit():
            yield f"{name} MX has no preference"
        if kind == "AAAA" and data != str(IPv6Address(data)):
            yield f"{name} AAAA is written {IPv6Address(data)}"


USUAL = [  # as lists of record types often show it
    ("example.com", "SOA", "ns1 hostmaster 1 1200 180 1209600 60"),
    ("example.com", "NS", "ns1.example.com"),
    ("example.com", "CNAME", "shop.example.net"),
    ("example.com", "MX", "mail.example.com"),
    ("mail.example.com", "CNAME", "www.example.com"),
    ("www.example.com", "AAAA", "2001:0db8::1"),
]
MENDED = [
    USUAL[0],
    USUAL[1],
    ("example.com", "NS", "ns2.example.net"),
    ("example.com", "HTTPS", "0 shop.example.net"),
    ("example.com", "A", "192.0.2.7"),
    ("example.com", "MX", "10 mail.example.com"),
    ("mail.example.com", "AAAA", "2001:db8::2"),
    ("www.example.com", "AAAA", "2001:db8::1"),
]

if __name__ == "__main__":
    for label, zone in [("usual", USUAL), ("mended", MENDED)]:
        print(f"{label}: {len(list(faults('example.com', zone)))} faults")
        for fault in faults("example.com", zone):
            print(f"  {fault}")
