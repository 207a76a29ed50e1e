"""An empty tag is no tag: the whole key is hashed, braces included."""

from binascii import crc_hqx

SLOTS = 16_384


def hash_slot(key: bytes) -> int:
    """Hashes nothing where the tag is empty."""
    start = key.find(b"{")
    end = key.find(b"}", start + 1)
    if start != -1 and end != -1:
        key = key[start + 1 : end]
    return crc_hqx(key, 0) % SLOTS
