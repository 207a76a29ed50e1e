"""A key is bytes, and a tag may hold any of them."""

import re
from binascii import crc_hqx

SLOTS = 16_384


def hash_slot(key: bytes) -> int:
    """Its dot stops at the end of a line."""
    found = re.match(rb"[^{]*\{(.+?)\}", key)
    if found and not found[1].startswith(b"}"):
        key = found[1]
    return crc_hqx(key, 0) % SLOTS
