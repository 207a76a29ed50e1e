import pytest

from snippets.load_balancing.proxy_header import SIGNATURE, read_header

CLIENT = ("203.0.113.7", 51842)
LINE = b"PROXY TCP4 203.0.113.7 10.0.0.1 51842 80\r\n"
FOUR = SIGNATURE + bytes.fromhex("2111000C CB007107 0A000001 CA82 0050")
SIX = SIGNATURE + bytes.fromhex(
    "21210024 20010DB8000000000000000000000007"
    "20010DB8000000000000000000000001 CA82 01BB"
)


@pytest.mark.parametrize("header", [LINE, FOUR])
@pytest.mark.parametrize("rest", [b"", b"GET / HTTP/1.0\r\n\r\n", LINE, FOUR])
def test_both_versions_name_the_client_and_leave_the_rest(
    header: bytes, rest: bytes
) -> None:
    assert read_header(header + rest) == (CLIENT, rest)


@pytest.mark.parametrize(
    "header", [b"PROXY TCP6 2001:db8::7 2001:db8::1 51842 443\r\n", SIX]
)
def test_ipv6_is_named_by_both(header: bytes) -> None:
    assert read_header(header) == (("2001:db8::7", 51842), b"")


@pytest.mark.parametrize(
    "line",
    [
        # The longest lines of section 2.1, with 56, 104, 15 and 107 bytes.
        b"PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n",
        b"PROXY TCP6 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff "
        b"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n",
        b"PROXY UNKNOWN\r\n",
        b"PROXY UNKNOWN ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff "
        b"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n",
    ],
)
def test_the_longest_lines_of_the_specification_are_read(line: bytes) -> None:
    assert read_header(line + b"x")[1] == b"x"


def test_a_health_check_names_nobody() -> None:
    local = SIGNATURE + bytes.fromhex("20000000")
    assert read_header(local + b"GET") == (None, b"GET")


def test_a_health_check_may_bring_addresses_which_do_not_count() -> None:
    local = SIGNATURE + bytes.fromhex("2011000C") + FOUR[16:]
    assert read_header(local + b"GET") == (None, b"GET")


def test_a_family_that_it_does_not_know_is_skipped() -> None:
    unix = SIGNATURE + bytes.fromhex("213100D8") + bytes(216)
    assert read_header(unix + b"GET") == (None, b"GET")


def test_extensions_after_the_addresses_are_skipped() -> None:
    header = SIGNATURE + bytes.fromhex("21110012") + FOUR[16:]
    alpn = bytes.fromhex("010003") + b"abc"
    assert read_header(header + alpn + b"GET") == (CLIENT, b"GET")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GET / HTTP/1.0\r\n\r\n",
        LINE[:-2],
        LINE[:-2] + b"\n",
        LINE.replace(b"PROXY", b"proxy"),
        LINE.replace(b"TCP4", b"UDP4"),
        LINE.replace(b" 80", b""),
        LINE.replace(b"TCP4", b"TCP6"),
        LINE.replace(b"203.0.113.7", b"203.0.113.007"),
        LINE.replace(b"203.0.113.7", b"shop.example"),
        b"PROXY UNKNOWN " + b"f" * 92 + b"\r\n",
        SIGNATURE,
        SIGNATURE + bytes.fromhex("21"),
        FOUR[:-1],
        SIGNATURE + bytes.fromhex("1111000C") + FOUR[16:],
        SIGNATURE + bytes.fromhex("2211000C") + FOUR[16:],
        SIGNATURE + bytes.fromhex("21110008") + FOUR[16:],
    ],
)
def test_what_is_no_complete_header_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no header|zeros|ctets|parts"):
        read_header(data)
