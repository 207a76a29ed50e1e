"""The first } after the { ends the tag, not the last one."""

from binascii import crc_hqx

SLOTS = 16_384


def hash_slot(key: bytes) -> int:
    """Takes all from the first { to the last }."""
    start, end = key.find(b"{"), key.rfind(b"}")
    if start != -1 and end > start + 1:
        key = key[start + 1 : end]
    return crc_hqx(key, 0) % SLOTS
