"""Keys with the same tag share a slot."""

from binascii import crc_hqx

SLOTS = 16_384


def hash_slot(key: bytes) -> int:
    """Hashes the braces with the tag; the keys meet, but elsewhere."""
    start = key.find(b"{")
    end = key.find(b"}", start + 1)
    if start != -1 and end > start + 1:
        key = key[start : end + 1]
    return crc_hqx(key, 0) % SLOTS
