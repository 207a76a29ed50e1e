"""Hash slot: a checksum of the key says where it is, without asking anyone.

Here the whole key is hashed; Redis makes an exception for braces.

Time: O(length of the key). Space: O(1).
Source: Redis manual, "Redis cluster specification", "Key distribution model",
https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
"""

from binascii import crc_hqx
from collections import Counter

SLOTS = 16_384
# The table: which master has which slots. Redis keeps one entry per slot.
MASTERS = {
    "A": range(5_461),
    "B": range(5_461, 10_923),
    "C": range(10_923, SLOTS),
}


def crc16(key: str) -> int:
    """CRC-16/XMODEM of the key: polynomial 0x1021, starting at 0."""
    return crc_hqx(key.encode(), 0)


def key_hash_slot(key: str) -> int:
    """The slot of the key, from 0 to 16383."""
    return crc16(key) % SLOTS


def master_of(key: str) -> str:
    """The master in whose range the key's slot is."""
    slot = key_hash_slot(key)
    return next(name for name, slots in MASTERS.items() if slot in slots)


if __name__ == "__main__":
    print(f"check value of 123456789: 0x{crc16('123456789'):X}")
    for key in ["user:123", "user:124", "user:125"]:
        slot = key_hash_slot(key)
        print(f"{key}: 0x{crc16(key):04X}, slot {slot}, {master_of(key)}")
    held = Counter(master_of(f"user:{number}") for number in range(100_000))
    for name, slots in MASTERS.items():
        share = held[name] / held.total()
        print(f"{name}: slots {slots[0]}-{slots[-1]}, {share:.1%} of the keys")
