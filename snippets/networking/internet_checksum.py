"""Internet checksum: notices most damage, but not words that change places.

Time: O(bytes). Space: O(1).
Source: RFC 1071 §1 and §3, https://www.rfc-editor.org/rfc/rfc1071
"""

from zlib import crc32


def internet_checksum(data: bytes) -> int:
    """Complement of the sum of 16-bit words, a carry added at the end."""
    padded = data + b"\0" * (len(data) % 2)
    total = 0
    for at in range(0, len(padded), 2):
        total += int.from_bytes(padded[at : at + 2])
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


if __name__ == "__main__":
    example = bytes.fromhex("0001f203f4f5f6f7")
    print(f"example of RFC 1071: sum {internet_checksum(example) ^ 0xFFFF:04x}")
    sent = b"pay 0900 to bob."
    for what, data in {
        "as sent": sent,
        "a bit flipped": b"pay 0900 to bob/",
        "two words swapped": b"pay 0009 to bob.",
        "+1 here, -1 there": b"pay 0901 to bnb.",
    }.items():
        same = internet_checksum(data) == internet_checksum(sent)
        verdict = "passes" if same else "noticed"
        crc = "passes" if crc32(data) == crc32(sent) else "noticed"
        print(f"{what:18} {data.decode()}  sum {verdict:8} CRC-32 {crc}")
