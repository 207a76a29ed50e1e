from io import BytesIO

import pytest

from snippets.networking.client_hello import (
    ALPN,
    GROUPS,
    KEY_SHARE,
    SERVER_NAME,
    VERSIONS,
    extensions,
    field,
    fields,
)

# RFC 8448, section 3: the record with the ClientHello.
RECORD = bytes.fromhex(
    "16030100c4"
    "010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024d"
    "ece7000006130113031302010000910000000b0009000006736572766572ff0100010000"
    "0a00140012001d0017001800190100010101020103010400230000003300260024001d00"
    "2099381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c002b00"
    "03020304000d0020001e0403050306030203080408050806040105010601020104020502"
    "06020202002d00020101001c00024001"
)


def test_the_hello_of_the_recorded_handshake() -> None:
    told = extensions(RECORD)
    assert told[SERVER_NAME][5:] == b"server"
    assert told[VERSIONS] == bytes.fromhex("020304")
    assert told[GROUPS].hex(" ", 2).split()[1:3] == ["001d", "0017"]
    assert told[KEY_SHARE][6:].hex().startswith("99381de560e4bd43")
    assert ALPN not in told


def test_all_extensions_are_found_with_empty_ones() -> None:
    assert list(extensions(RECORD)) == [
        *(0, 0xFF01, 10, 35, 51, 43, 13, 45, 28),
    ]
    assert extensions(RECORD)[35] == b""


def test_a_list_is_read_to_its_end() -> None:
    assert fields(b"\x02h2\x08http/1.1\x00", 1) == [b"h2", b"http/1.1", b""]
    assert fields(b"", 1) == []


@pytest.mark.parametrize("length", [20, 60, 100, len(RECORD) - 1])
def test_a_hello_that_is_cut_off_is_an_error(length: int) -> None:
    with pytest.raises(ValueError, match="bytes announced"):
        extensions(RECORD[:length])


def test_a_field_that_is_cut_off_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match="3 bytes announced, 2 there"):
        field(BytesIO(b"\x03ab"), 1)


@pytest.mark.parametrize(
    "record", [b"\x17" + RECORD[1:], RECORD[:5] + b"\x02" + RECORD[6:]]
)
def test_another_message_is_refused(record: bytes) -> None:
    with pytest.raises(ValueError, match="not a ClientHello"):
        extensions(record)
