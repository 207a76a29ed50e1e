from random import Random

from snippets.caching.key_hash_slot import (
    MASTERS,
    SLOTS,
    crc16,
    key_hash_slot,
    master_of,
)
from tests.systems.program import run
from tests.systems.sessions import Systems


def crc16_bit_by_bit(key: bytes) -> int:
    """CRC-16/XMODEM as its definition reads."""
    remainder = 0
    for byte in key:
        remainder ^= byte << 8
        for _ in range(8):
            remainder <<= 1
            if remainder & 0x10000:
                remainder ^= 0x11021
    return remainder


def random_keys() -> list[str]:
    rng = Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz:0123456789"
    return [
        "".join(rng.choices(letters, k=rng.randint(1, 40))) for _ in "a" * 99
    ]


def test_the_checksum_has_the_check_value_of_xmodem() -> None:
    assert crc16("123456789") == 0x31C3


def test_the_checksum_is_that_of_the_definition() -> None:
    for key in [*random_keys(), "", "köln"]:
        assert crc16(key) == crc16_bit_by_bit(key.encode())


def test_a_user_is_where_redis_would_look() -> None:
    assert crc16("user:123") == 0x325D
    assert key_hash_slot("user:123") == 12_893
    assert master_of("user:123") == "C"


def test_redis_says_the_same_slot(systems: Systems) -> None:
    keys = random_keys()
    script = "".join(f"CLUSTER KEYSLOT {key}\n" for key in keys)
    said = run(systems.redis_cluster[0].cli, script).split()
    assert list(map(int, said)) == list(map(key_hash_slot, keys))


def test_each_slot_has_one_master() -> None:
    slots = [slot for held in MASTERS.values() for slot in held]
    assert sorted(slots) == list(range(SLOTS))


def test_a_new_cluster_has_these_ranges(systems: Systems) -> None:
    nodes = systems.redis_cluster
    for node, slots in zip(nodes, MASTERS.values(), strict=False):
        me = node.run("CLUSTER", "MYID")
        line = next(
            line
            for line in node.run("CLUSTER", "NODES").splitlines()
            if line.startswith(me)
        )
        assert line.split()[-1] == f"{slots[0]}-{slots[-1]}"
