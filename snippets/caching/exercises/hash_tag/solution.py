"""Hash tag: the slot of a key, as Redis Cluster computes it."""

from binascii import crc_hqx

SLOTS = 16_384


def hash_slot(key: bytes) -> int:
    """The slot of the key: of its hash tag if it has one, else of all of it."""
    # BEGIN SOLUTION
    start = key.find(b"{")
    end = key.find(b"}", start + 1)
    if start != -1 and end > start + 1:
        key = key[start + 1 : end]
    return crc_hqx(key, 0) % SLOTS
    # STARTER
    # return crc_hqx(key, 0) % SLOTS
    # END SOLUTION
