"""The examples of RFC 7541, appendix C, and what else its text asks for."""

import pytest
from solution import HpackDecoder, read_integer

Fields = list[tuple[str, str]]
SITE = "https://www.example.com"
COOKIE = "foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1"


def block(text: str) -> bytes:
    """A header block, from hexadecimal digits."""
    return bytes.fromhex(text)


def literal(name: str, value: str) -> bytes:
    """A literal that is kept, with a name of its own."""
    parts = [bytes([len(t)]) + t.encode() for t in (name, value)]
    return b"\x40" + b"".join(parts)


def integer(wire: str, bits: int) -> tuple[int, int] | str:
    """What it reads, or which error that raises."""
    try:
        return read_integer(block(wire), 0, bits)
    except (ValueError, IndexError) as error:
        return type(error).__name__


def fields(decoder: HpackDecoder, wire: str) -> Fields | str:
    """What it decodes, or which error that raises."""
    try:
        return decoder.decode(block(wire))
    except (ValueError, IndexError) as error:
        return type(error).__name__


@pytest.mark.parametrize(
    ("wire", "bits", "value"),
    [("ea", 5, 10), ("2a", 8, 42), ("00", 7, 0), ("fe", 7, 126), ("0e", 4, 14)],
)
def test_a_small_integer_is_in_its_prefix(
    wire: str, bits: int, value: int
) -> None:
    assert integer(wire, bits) == (value, 1), (
        "Bits before the prefix do not count. The last "
        f"{bits} bits of 0x{wire} are {value} (C.1)."
    )


@pytest.mark.parametrize(
    ("wire", "bits", "value"),
    [
        ("ff9a0a", 5, 1337),
        ("1f00", 5, 31),
        ("1f7f", 5, 158),
        ("1f8001", 5, 159),
        ("0fffffff7f", 4, 15 + 0xFFF_FFFF),
    ],
)
def test_a_full_prefix_goes_on(wire: str, bits: int, value: int) -> None:
    assert integer(wire, bits) == (value, len(wire) // 2), (
        "A prefix of ones goes on in groups of 7 bits. The lowest group comes "
        f"first, and the prefix is added: 0x{wire} is {value} (5.1)."
    )


@pytest.mark.parametrize("wire", ["", "ff", "ff80", "ff8080"])
def test_an_integer_may_be_cut_off(wire: str) -> None:
    assert integer(wire, 7) == "ValueError", (
        f"An integer that is cut off is a ValueError. Here it is 0x{wire}."
    )


def test_an_integer_may_stand_anywhere() -> None:
    assert read_integer(block("00001f9a0a07"), 2, 5) == (1337, 5), (
        "Start at `at`, and return the place after the integer."
    )


def test_a_literal_is_kept_and_then_an_index() -> None:
    decoder = HpackDecoder()
    wire = "400a637573746f6d2d6b65790d637573746f6d2d686561646572"
    field = ("custom-key", "custom-header")
    assert decoder.decode(block(wire)) == [field], (
        "0x40 begins a literal with a name of its own: two strings (C.2.1)."
    )
    assert decoder.kept == [field], "A literal that begins with 01 is kept."
    assert fields(decoder, "be") == [field], (
        "The table lasts as long as the connection. In the next block the "
        "newest entry has the index 62."
    )


@pytest.mark.parametrize(
    ("wire", "field"),
    [
        ("040c2f73616d706c652f70617468", (":path", "/sample/path")),
        (
            "100870617373776f726406736563726574",
            ("password", "secret"),
        ),
        ("0f2f0130", ("range-of-index-62", "0")),
    ],
)
def test_other_literals_are_not_kept(wire: str, field: tuple[str, str]) -> None:
    decoder = HpackDecoder()
    if field[0] == "range-of-index-62":  # a name from the dynamic table
        decoder.decode(literal("x-id", "17"))
        field = ("x-id", "0")
    kept = list(decoder.kept)
    got = fields(decoder, wire)
    assert got == [field], (
        "After 0000 or 0001 the index of the name has 4 bits. If it is 0, the "
        "name is a string (C.2.2, C.2.3)."
    )
    assert decoder.kept == kept, (
        "A literal that begins with 0000 or 0001 is not kept. A password has "
        "no place in the table."
    )


def test_an_index_of_the_static_table() -> None:
    assert HpackDecoder().decode(block("8290")) == [
        (":method", "GET"),
        ("accept-encoding", "gzip, deflate"),
    ], "The static table begins with index 1: 2 is :method GET (C.2.4)."


def test_the_requests_of_appendix_c_3() -> None:
    decoder = HpackDecoder()
    first = [
        (":method", "GET"),
        (":scheme", "http"),
        (":path", "/"),
        (":authority", "www.example.com"),
    ]
    got = decoder.decode(block("828684410f7777772e6578616d706c652e636f6d"))
    assert got == first, "The first request of C.3: three indexes, a literal."
    got = decoder.decode(block("828684be58086e6f2d6361636865"))
    assert got == [*first, ("cache-control", "no-cache")], (
        "The second request of C.3: be is index 62, the host that was kept."
    )
    got = decoder.decode(
        block("828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565")
    )
    assert got == [
        (":method", "GET"),
        (":scheme", "https"),
        (":path", "/index.html"),
        (":authority", "www.example.com"),
        ("custom-key", "custom-value"),
    ], "The third request of C.3: the host is now 63, as 62 is the newest."
    assert decoder.kept == [
        ("custom-key", "custom-value"),
        ("cache-control", "no-cache"),
        (":authority", "www.example.com"),
    ], "The newest entry comes first."


def test_the_responses_of_appendix_c_5_which_evict() -> None:
    decoder = HpackDecoder(limit=256)
    decoder.decode(
        block(
            "4803333032580770726976617465611d4d6f6e2c203231204f63742032303133"
            "2032303a31333a323120474d546e1768747470733a2f2f7777772e6578616d70"
            "6c652e636f6d"
        )
    )
    assert decoder.kept == [
        ("location", SITE),
        ("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
        ("cache-control", "private"),
        (":status", "302"),
    ], "The four fields have 222 bytes with 32 for each entry, and fit in 256."
    got = decoder.decode(block("4803333037c1c0bf"))
    assert got == [
        (":status", "307"),
        ("cache-control", "private"),
        ("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
        ("location", SITE),
    ], "An index counts what is in the table at that moment (C.5.2)."
    assert (":status", "302") not in decoder.kept, (
        "An entry costs 32 bytes more than its name and value. So 307 evicts "
        "302, the oldest (4.1)."
    )
    got = decoder.decode(
        block(
            "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d"
            "54c05a04677a69707738666f6f3d4153444a4b48514b425a584f5157454f5049"
            "5541585157454f49553b206d61782d6167653d333630303b2076657273696f6e"
            "3d31"
        )
    )
    assert got[-1] == ("set-cookie", COOKIE), "The last field of C.5.3."
    assert decoder.kept == [
        ("set-cookie", COOKIE),
        ("content-encoding", "gzip"),
        ("date", "Mon, 21 Oct 2013 20:13:22 GMT"),
    ], "Several old entries may have to go for one new (C.5.3)."


def test_an_entry_that_fits_exactly_stays() -> None:
    decoder = HpackDecoder(limit=36)
    decoder.decode(literal("id", "17"))
    assert decoder.kept == [("id", "17")], (
        "2 + 2 + 32 bytes fit in a table of 36."
    )


def test_an_entry_larger_than_the_table_empties_it() -> None:
    decoder = HpackDecoder(limit=40)
    decoder.decode(literal("id", "17"))
    got = decoder.decode(literal("id", "1234567"))
    assert got == [("id", "1234567")], "It is a field like any other."
    assert decoder.kept == [], (
        "An entry larger than the table empties it. That is no error (4.4)."
    )


def test_a_name_may_come_from_the_entry_that_it_evicts() -> None:
    decoder = HpackDecoder(limit=40)
    decoder.decode(literal("id", "17"))
    assert fields(decoder, "7e023138") == [("id", "18")], (
        "The name is read before the eviction (4.4)."
    )
    assert decoder.kept == [("id", "18")], "The new entry took its place."


def test_a_new_size_evicts() -> None:
    decoder = HpackDecoder(limit=100)
    decoder.decode(literal("id", "17") + literal("id", "18"))
    assert decoder.decode(block("3f07")) == [], (
        "001 begins a new size of the table: no field (6.3)."
    )
    assert decoder.kept == [("id", "18")], (
        "A smaller table drops its oldest entries at once. 38 bytes hold one "
        "(4.3)."
    )
    assert fields(decoder, "203f45") == [], (
        "A table that was made smaller may grow again. Compare with `limit`, "
        "not with the size before (4.2)."
    )
    assert decoder.kept == [], "A size of 0 clears the table."
    decoder.decode(literal("id", "19") + literal("id", "20"))
    assert decoder.kept == [("id", "20"), ("id", "19")], (
        "It may grow again, up to the limit: 100 bytes hold two."
    )
    assert fields(decoder, "3f46") == "ValueError", (
        "A size above the limit is a ValueError (6.3)."
    )


@pytest.mark.parametrize("wire", ["80", "be", "ff00", "7e0131", "0f2f0131"])
def test_an_index_without_an_entry_is_an_error(wire: str) -> None:
    decoder = HpackDecoder()
    assert fields(decoder, wire) == "ValueError", (
        "An index without an entry is a ValueError. That is 0, and each one "
        f"beyond the tables (2.3.3, 6.1): 0x{wire}."
    )


def test_the_same_field_may_be_kept_twice() -> None:
    decoder = HpackDecoder()
    decoder.decode(literal("id", "17") + literal("id", "17"))
    assert decoder.kept == [("id", "17")] * 2, (
        "A field may be kept twice. Else the two sides count differently "
        "(2.3.2)."
    )
    decoder.decode(literal(":method", "GET"))
    assert len(decoder.kept) == 3, (
        "A field of the static table may be kept, too. The encoder decides, "
        "the decoder follows."
    )


def test_two_decoders_share_nothing() -> None:
    first, second = HpackDecoder(), HpackDecoder()
    first.decode(literal("id", "17"))
    assert second.kept == [], (
        "Each connection and direction has a table of its own."
    )
