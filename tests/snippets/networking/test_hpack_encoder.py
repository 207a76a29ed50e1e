import pytest

from snippets.networking.hpack_encoder import (
    STATIC,
    HpackEncoder,
    integer,
)

Fields = list[tuple[str, str]]
SITE = "https://www.example.com"
COOKIE = "foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1"
# Appendix C.3, requests without Huffman coding.
REQUESTS: list[tuple[Fields, str]] = [
    (
        [
            (":method", "GET"),
            (":scheme", "http"),
            (":path", "/"),
            (":authority", "www.example.com"),
        ],
        "828684410f7777772e6578616d706c652e636f6d",
    ),
    (
        [
            (":method", "GET"),
            (":scheme", "http"),
            (":path", "/"),
            (":authority", "www.example.com"),
            ("cache-control", "no-cache"),
        ],
        "828684be58086e6f2d6361636865",
    ),
    (
        [
            (":method", "GET"),
            (":scheme", "https"),
            (":path", "/index.html"),
            (":authority", "www.example.com"),
            ("custom-key", "custom-value"),
        ],
        "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
    ),
]


def dated(status: str, second: int, more: Fields) -> Fields:
    return [
        (":status", status),
        ("cache-control", "private"),
        ("date", f"Mon, 21 Oct 2013 20:13:{second} GMT"),
        ("location", SITE),
        *more,
    ]


# Appendix C.5, responses without Huffman coding; a table of 256 bytes.
RESPONSES: list[tuple[Fields, str]] = [
    (
        dated("302", 21, []),
        "4803333032580770726976617465611d4d6f6e2c203231204f63742032303133"
        "2032303a31333a323120474d546e1768747470733a2f2f7777772e6578616d70"
        "6c652e636f6d",
    ),
    (dated("307", 21, []), "4803333037c1c0bf"),
    (
        dated(
            "200", 22, [("content-encoding", "gzip"), ("set-cookie", COOKIE)]
        ),
        "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d"
        "54c05a04677a69707738666f6f3d4153444a4b48514b425a584f5157454f5049"
        "5541585157454f49553b206d61782d6167653d333630303b2076657273696f6e"
        "3d31",
    ),
]


def encoded(encoder: HpackEncoder, fields: Fields) -> str:
    return b"".join(encoder.encode(*field) for field in fields).hex()


@pytest.mark.parametrize(
    ("value", "bits", "wire"),
    [
        (10, 5, "0a"),  # C.1.1
        (1337, 5, "1f9a0a"),  # C.1.2
        (42, 8, "2a"),  # C.1.3
        (0, 5, "00"),
        (30, 5, "1e"),
        (31, 5, "1f00"),
        (31 + 127, 5, "1f7f"),
        (31 + 128, 5, "1f8001"),
        (1, 1, "0100"),
    ],
)
def test_integers_are_those_of_appendix_c_1(
    value: int, bits: int, wire: str
) -> None:
    assert integer(value, bits).hex() == wire


def test_single_fields_are_those_of_appendix_c_2() -> None:
    encoder = HpackEncoder()
    assert encoder.encode("custom-key", "custom-header").hex() == (
        "400a637573746f6d2d6b65790d637573746f6d2d686561646572"
    )
    assert encoder.encode(":path", "/sample/path", keep=False).hex() == (
        "040c2f73616d706c652f70617468"
    )
    assert encoder.encode(":method", "GET").hex() == "82"
    assert encoder.kept == [("custom-key", "custom-header")]


def test_requests_are_those_of_appendix_c_3() -> None:
    encoder = HpackEncoder()
    for fields, wire in REQUESTS:
        assert encoded(encoder, fields) == wire
    assert encoder.kept == [
        ("custom-key", "custom-value"),
        ("cache-control", "no-cache"),
        (":authority", "www.example.com"),
    ]


def test_responses_with_eviction_are_those_of_appendix_c_5() -> None:
    encoder = HpackEncoder(capacity=256)
    for fields, wire in RESPONSES:
        assert encoded(encoder, fields) == wire
    assert encoder.kept == [
        ("set-cookie", COOKIE),
        ("content-encoding", "gzip"),
        ("date", "Mon, 21 Oct 2013 20:13:22 GMT"),
    ]


def test_an_entry_costs_32_bytes_more_than_its_text() -> None:
    exact = HpackEncoder(capacity=32 + 3)
    exact.encode("k", "17")
    assert exact.kept == [("k", "17")]
    exact.encode("k", "170")  # larger than the table: it empties it (4.4)
    assert exact.kept == []


def test_what_is_not_kept_costs_the_same_again() -> None:
    encoder = HpackEncoder()
    first = encoder.encode(":path", "/a", keep=False)
    assert encoder.encode(":path", "/a", keep=False) == first


def test_an_empty_value_is_a_value() -> None:
    encoder = HpackEncoder()
    assert encoder.encode("x", "").hex() == "40017800"
    assert encoder.encode("x", "").hex() == "be"


def test_an_entry_of_the_static_table_with_an_empty_value_is_an_index() -> None:
    assert HpackEncoder().encode("accept", "").hex() == "93"


def test_text_that_is_not_ascii_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        HpackEncoder().encode("x", "é")


def test_no_static_index_is_used_twice() -> None:
    assert len(set(STATIC.values())) == len(STATIC)
    assert max(STATIC.values()) < 62
