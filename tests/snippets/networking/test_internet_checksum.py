from random import Random

import pytest

from snippets.networking.internet_checksum import internet_checksum


def test_the_sum_is_that_of_the_rfc() -> None:
    example = bytes.fromhex("0001f203f4f5f6f7")
    assert internet_checksum(example) == 0xFFFF - 0xDDF2


@pytest.mark.parametrize(
    ("data", "checksum"),
    [(b"", 0xFFFF), (b"\xff\xff", 0), (b"\x12", 0xEDFF), (b"\0\0", 0xFFFF)],
)
def test_edges(data: bytes, checksum: int) -> None:
    assert internet_checksum(data) == checksum


def test_data_with_its_checksum_sums_up_to_zero() -> None:
    rng = Random(1)
    for _ in range(200):
        data = rng.randbytes(2 * rng.randrange(1, 40))
        whole = data + internet_checksum(data).to_bytes(2)
        assert internet_checksum(whole) == 0


def test_it_is_the_sum_modulo_65535() -> None:
    rng = Random(2)
    for _ in range(200):
        data = rng.randbytes(2 * rng.randrange(1, 40))
        total = sum(
            int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2)
        )
        assert (internet_checksum(data) ^ 0xFFFF) % 65_535 == total % 65_535


def test_every_single_flipped_bit_is_noticed() -> None:
    data = b"pay 0900 to bob."
    for bit in range(8 * len(data)):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        assert internet_checksum(bytes(flipped)) != internet_checksum(data)


@pytest.mark.parametrize(
    "damaged", [b"pay 0009 to bob.", b"pay 0901 to bnb.", b"00pay 09 to bob."]
)
def test_what_keeps_the_sum_passes(damaged: bytes) -> None:
    assert internet_checksum(damaged) == internet_checksum(b"pay 0900 to bob.")


def test_bytes_moved_by_one_place_are_noticed() -> None:
    assert internet_checksum(b"pay 9000 to bob.") != internet_checksum(
        b"pay 0900 to bob."
    )
