import pytest

from snippets.networking.tls_record import TAG, nonce, seal, unseal, xor

KEY = bytes(range(16))
IV = bytes.fromhex("5d313eb2671276ee13000b30")
TEXT = b"GET /cart"


@pytest.mark.parametrize(
    ("sequence", "expected"),
    [
        (0, "5d313eb2671276ee13000b30"),
        (1, "5d313eb2671276ee13000b31"),
        (256, "5d313eb2671276ee13000a30"),
        (2**64 - 1, "5d313eb298ed8911ecfff4cf"),
    ],
)
def test_the_number_is_padded_on_the_left_and_xored(
    sequence: int, expected: str
) -> None:
    assert nonce(IV, sequence).hex() == expected


def test_no_two_records_have_the_same_nonce() -> None:
    assert len({nonce(IV, n) for n in range(10_000)}) == 10_000


@pytest.mark.parametrize("text", [b"", b"\0", TEXT, bytes(2**14)])
def test_what_was_sealed_is_read(text: bytes) -> None:
    assert unseal(KEY, IV, 5, seal(KEY, IV, 5, text)) == text


def test_the_length_is_seen_and_the_text_is_not() -> None:
    record = seal(KEY, IV, 0, TEXT)
    assert record[:3] == bytes([23, 3, 3])
    assert int.from_bytes(record[3:5], "big") == len(TEXT) + 1 + TAG
    assert len(record) == 5 + len(TEXT) + 1 + TAG
    assert TEXT not in record


def test_equal_texts_look_different() -> None:
    one, two = seal(KEY, IV, 0, TEXT), seal(KEY, IV, 1, TEXT)
    assert one[:5] == two[:5]
    assert one[5:] != two[5:]


def test_any_bit_that_changes_is_noticed() -> None:
    record = seal(KEY, IV, 0, TEXT)
    for bit in range(8 * len(record)):
        altered = bytearray(record)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(ValueError, match="bad_record_mac in record 0"):
            unseal(KEY, IV, 0, bytes(altered))


@pytest.mark.parametrize("sequence", [0, 2, 2**32])
def test_a_record_in_another_place_is_noticed(sequence: int) -> None:
    with pytest.raises(ValueError, match="bad_record_mac"):
        unseal(KEY, IV, sequence, seal(KEY, IV, 1, TEXT))


def test_a_nonce_that_is_used_twice_tells_how_two_texts_differ() -> None:
    one, two = (xor(KEY, IV, text) for text in (b"pay 10", b"pay 99"))
    told = bytes(a ^ b for a, b in zip(one, two, strict=True))
    assert told == bytes(
        a ^ b for a, b in zip(b"pay 10", b"pay 99", strict=True)
    )
    assert told[:4] == bytes(4)
