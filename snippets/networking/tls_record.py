"""Record protection: a counter in each nonce, so that the order is sealed too.

TOY CRYPTOGRAPHY: a hash's stream and a MAC stand in for AES-GCM.

Time: O(bytes). Space: O(bytes).
Source: RFC 8446, sections 5.2, 5.3, https://rfc-editor.org/rfc/rfc8446#section-5
"""

import hmac
from hashlib import shake_256

TAG = 16  # bytes
TYPE = 23  # application data, as a record claims and as it is inside


def nonce(iv: bytes, sequence: int) -> bytes:
    """The IV xor the record's number: never sent, and never the same."""
    return (int.from_bytes(iv, "big") ^ sequence).to_bytes(len(iv), "big")


def xor(key: bytes, once: bytes, text: bytes) -> bytes:
    """TOY: the text under a stream that key and nonce determine."""
    stream = int.from_bytes(shake_256(key + once).digest(len(text)), "big")
    return (int.from_bytes(text, "big") ^ stream).to_bytes(len(text), "big")


def seal(key: bytes, iv: bytes, sequence: int, text: bytes) -> bytes:
    """A record: its header in the clear, ciphertext, tag over both."""
    once = nonce(iv, sequence)
    header = bytes([TYPE, 3, 3]) + (len(text) + 1 + TAG).to_bytes(2, "big")
    sealed = header + xor(key, once, text + bytes([TYPE]))
    return sealed + hmac.digest(key, once + sealed, "sha256")[:TAG]


def unseal(key: bytes, iv: bytes, sequence: int, record: bytes) -> bytes:
    """The text; raises ValueError unless it is the record of this number."""
    once, sealed = nonce(iv, sequence), record[:-TAG]
    tag = hmac.digest(key, once + sealed, "sha256")[:TAG]
    if not hmac.compare_digest(tag, record[-TAG:]):
        raise ValueError(f"bad_record_mac in record {sequence}")
    return xor(key, once, sealed[5:])[:-1]


if __name__ == "__main__":
    key, iv = bytes(range(16)), bytes(range(12))
    a, b, c = (seal(key, iv, n, f"pay {n}".encode()) for n in range(3))
    altered = b[:9] + bytes([b[9] ^ 1]) + b[10:]  # one bit
    for name, came in {
        "as sent": [a, b, c],
        "swapped": [b, a, c],
        "repeated": [a, a, b, c],
        "one missing": [a, c],
        "altered": [a, altered, c],
        "cut off": [a, b],
    }.items():
        try:
            read = [unseal(key, iv, n, r) for n, r in enumerate(came)]
            print(f"{name:13}{b', '.join(read).decode()}")
        except ValueError as alert:
            print(f"{name:13}{alert}")
