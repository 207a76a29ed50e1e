"""ClientHello: what a connection tells everyone on the way, before any key.

Time: O(bytes). Space: O(bytes).
Source: RFC 8446, sections 4.1.2 and 4.2; RFC 6066, section 3 (SNI); RFC 7301,
section 3.1 (ALPN), https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2
"""

from io import BytesIO

SERVER_NAME, GROUPS, ALPN, VERSIONS, KEY_SHARE = 0, 10, 16, 43, 51


def field(message: BytesIO, size: int) -> bytes:
    """A field after its length, which takes `size` bytes."""
    length = int.from_bytes(message.read(size), "big")
    found = message.read(length)
    if len(found) < length:
        raise ValueError(f"{length} bytes announced, {len(found)} there")
    return found


def fields(data: bytes, size: int) -> list[bytes]:
    """All fields of a list, each after its length of `size` bytes."""
    message, found = BytesIO(data), []
    while message.tell() < len(data):
        found.append(field(message, size))
    return found


def extensions(record: bytes) -> dict[int, bytes]:
    """Each extension's content by its number, from a record as it is sent."""
    if record[0] != 22 or record[5] != 1:
        raise ValueError(f"types {record[0]}, {record[5]}: not a ClientHello")
    hello = BytesIO(field(BytesIO(record[6:]), 3)[34:])  # version, random
    for size in (1, 2, 1):
        field(hello, size)  # session id, cipher suites, compression
    rest, found = BytesIO(field(hello, 2)), {}
    while number := rest.read(2):
        found[int.from_bytes(number, "big")] = field(rest, 2)
    return found


if __name__ == "__main__":  # what OpenSSL sent, for shop.example
    sent = bytes.fromhex(
        "16030100b3010000af0303e77fe839dc2a729abd39deea862edff0ede78082bbc1d8c6"
        "8fb4325c107a27850000061301130300ff0100008000000011000f00000c73686f702e"
        "6578616d706c65000b000403000102000a00040002001d0010000e000c026832086874"
        "74702f312e310016000000170000000d0006000404030804002b0003020304002d0002"
        "0101003300260024001d002044189ae43836516e056ae606e856682aabdd50965e4446"
        "7fbe4b047ba3028f78"
    )
    told = extensions(sent)
    print("server name:", told[SERVER_NAME][5:].decode())
    print("protocols:  ", *(n.decode() for n in fields(told[ALPN][2:], 1)))
    print("versions:   ", told[VERSIONS][1:].hex(" ", 2), "(0304 is TLS 1.3)")
    print("key share:  ", told[KEY_SHARE][6:].hex()[:32], "…")
    print("in all", len(sent), "bytes, none of them encrypted")
