"""DS record: the parent signs a hash of the child's key, link by link.

Time: O(bytes). Space: O(bytes).
Source: RFC 4034 §5.1.4 and Appendix B; the example of RFC 4509 §2.3,
https://www.rfc-editor.org/rfc/rfc4509#section-2.3
"""

from base64 import b64decode
from hashlib import sha256
from struct import pack

OWNER, FLAGS, PROTOCOL, ALGORITHM = "dskey.example.com", 256, 3, 5
KEY = b64decode(
    "AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZ"
    "DRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9Xzc"
    "nOf+EPbtG9DMBmADjFDc2w/rljwvFw=="
)
PARENT_SAYS = (  # the DS record in example.com: key tag, digest
    60485,
    "D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
)


def rdata(key: bytes) -> bytes:
    """The DNSKEY record's data."""
    return pack(">HBB", FLAGS, PROTOCOL, ALGORITHM) + key


def key_tag(data: bytes) -> int:
    """A checksum that says which key is meant; not a proof."""
    total = sum(byte << (0 if at % 2 else 8) for at, byte in enumerate(data))
    return (total + (total >> 16)) & 0xFFFF


def digest(owner: str, data: bytes) -> str:
    """The hash of owner and key that the parent publishes and signs."""
    labels = owner.lower().split(".")
    name = b"".join(bytes([len(label)]) + label.encode() for label in labels)
    return sha256(name + b"\0" + data).hexdigest().upper()


if __name__ == "__main__":
    changed = bytes([KEY[0] ^ 1]) + KEY[1:]
    for label, key in [("the child's key", KEY), ("one bit changed", changed)]:
        child = key_tag(rdata(key)), digest(OWNER, rdata(key))
        print(f"{label}: tag {child[0]}, digest {child[1][:16]}...")
        print(f"  {'as' if child == PARENT_SAYS else 'not as'} the parent says")
