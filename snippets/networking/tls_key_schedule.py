"""Key schedule: one agreed secret becomes many keys, none of which tells it.

Time: O(bytes of key). Space: O(1).
Source: RFC 8446, section 7.1; RFC 5869, section 2; values of RFC 8448, section
3, https://www.rfc-editor.org/rfc/rfc8446#section-7.1
"""

import hmac
from hashlib import sha256

SIZE = 32  # bytes of SHA-256
NOTHING = sha256(b"").digest()


def extract(salt: bytes, secret: bytes) -> bytes:
    """HKDF-Extract: a key, whatever the form of the secret."""
    return hmac.digest(salt or bytes(SIZE), secret, "sha256")


def expand(key: bytes, info: bytes, length: int) -> bytes:
    """HKDF-Expand: `length` bytes for the purpose that `info` names."""
    if length > 255 * SIZE:
        raise ValueError(f"{length} bytes are more than {255 * SIZE}")
    output, block = b"", b""
    for counter in range(1, -(-length // SIZE) + 1):
        block = hmac.digest(key, block + info + bytes([counter]), "sha256")
        output += block
    return output[:length]


def expand_label(secret: bytes, label: str, context: bytes, size: int) -> bytes:
    """HKDF-Expand-Label: the purpose is size, label and context."""
    name = b"tls13 " + label.encode()
    parts = [bytes([len(part)]) + part for part in (name, context)]
    return expand(secret, size.to_bytes(2, "big") + b"".join(parts), size)


def derive(secret: bytes, label: str, transcript_hash: bytes) -> bytes:
    """Derive-Secret: bound to all messages up to here."""
    return expand_label(secret, label, transcript_hash, SIZE)


if __name__ == "__main__":
    agreed = bytes.fromhex(  # what X25519 gave, and the hash of both hellos
        "8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d"
    )
    hellos = bytes.fromhex(
        "860c06edc07858ee8e78f0e7428c58edd6b43f2ca3e6e95f02ed063cf0e1cad8"
    )
    early = extract(b"", bytes(SIZE))  # no secret from an earlier session
    handshake = extract(derive(early, "derived", NOTHING), agreed)
    print("handshake secret     ", handshake.hex()[:32], "…")
    for end in ["client", "server"]:
        traffic = derive(handshake, f"{end[0]} hs traffic", hellos)
        print(f"{end} traffic secret", traffic.hex()[:32], "…")
        for purpose, size in {"key": 16, "iv": 12, "finished": 32}.items():
            value = expand_label(traffic, purpose, b"", size).hex()
            print(f"    {purpose:17}", value[:32] + " …"[: len(value) - 32])
