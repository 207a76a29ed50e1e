"""A } before the first { closes nothing."""

from binascii import crc_hqx

SLOTS = 16_384


def hash_slot(key: bytes) -> int:
    """Looks for the closing brace from the start of the key."""
    start, end = key.find(b"{"), key.find(b"}")
    if start != -1 and end > start + 1:
        key = key[start + 1 : end]
    return crc_hqx(key, 0) % SLOTS
