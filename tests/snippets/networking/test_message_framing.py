import pytest

from snippets.networking.message_framing import read, unchunk

HOST = b"Host: shop.example\r\n"


def request(*fields: bytes, body: bytes = b"") -> bytes:
    lines = [
        b"POST /search HTTP/1.1",
        b"Host: shop.example",
        *fields,
        b"",
        body,
    ]
    return b"\r\n".join(lines)


def test_without_a_framing_field_there_is_no_body() -> None:
    assert read(request(body=b"GET / HTTP/1.1")) == (
        "POST /search HTTP/1.1",
        b"",
        b"GET / HTTP/1.1",
    )


def test_a_length_says_where_the_body_ends() -> None:
    stream = request(b"content-LENGTH: 3 ", body=b"teaGET")
    assert read(stream)[1:] == (b"tea", b"GET")


def test_a_length_of_zero_is_a_length() -> None:
    assert read(request(b"Content-Length: 0", body=b"x"))[1:] == (b"", b"x")


# Chunks that hold line ends and a size above 9
CHUNKED = b"4\r\nWiki\r\n5\r\npedia\r\nE\r\n in\r\n\r\nchunks.\r\n0\r\n\r\n"


def test_chunks_end_with_an_empty_one() -> None:
    stream = request(b"Transfer-Encoding: chunked", body=CHUNKED + b"GET")
    assert read(stream)[1:] == (b"Wikipedia in\r\n\r\nchunks.", b"GET")


@pytest.mark.parametrize("size", [0, 1, 9, 10, 15, 16, 255, 4_096])
def test_a_chunk_may_have_any_size_in_hexadecimal(size: int) -> None:
    for form in [f"{size:x}", f"{size:X}", f"{size:08x}"]:
        body = b"x" * size
        last = b"0\r\n\r\n" if size else b""
        framed = form.encode() + b"\r\n" + body + b"\r\n" + last
        assert unchunk(framed + b"rest") == (body, b"rest")


@pytest.mark.parametrize(
    "chunk",
    [
        b"",
        b"\r\n",
        b"+4\r\nWiki\r\n0\r\n\r\n",
        b"0x4\r\nWiki\r\n0\r\n\r\n",
        b"0_4\r\nWiki\r\n0\r\n\r\n",
        b" 4\r\nWiki\r\n0\r\n\r\n",
        b"-1\r\nWiki\r\n0\r\n\r\n",
        b"4\nWiki\r\n0\r\n\r\n",
        b"3\r\nWiki\r\n0\r\n\r\n",
        b"5\r\nWiki\r\n0\r\n\r\n",
        b"4\r\nWiki\r\n",
        b"4\r\nWiki\r\n0\r\n",
    ],
)
def test_what_is_no_chunk_is_refused(chunk: bytes) -> None:
    with pytest.raises(ValueError, match=r"^400: not in chunks, or cut off"):
        read(request(b"Transfer-Encoding: chunked", body=chunk))


def test_python_would_have_read_four_of_these_sizes() -> None:
    assert [int(size, 16) for size in ["+4", "0x4", "0_4", " 4"]] == [4] * 4


@pytest.mark.parametrize(
    "length",
    [b"", b"+3", b"-3", b"0x3", b"3.0", b"1_0", b"3 3", b"3, 4", b"3, 3", b"x"],
)
def test_a_length_is_digits(length: bytes) -> None:
    with pytest.raises(ValueError, match=r"^400: Content-Length"):
        read(request(b"Content-Length: " + length, body=b"x" * 40))


@pytest.mark.parametrize("second", [b"0", b"1", b"4"])
def test_two_lengths_are_refused(second: bytes) -> None:
    fields = [b"Content-Length: 1", b"Content-Length: " + second]
    with pytest.raises(ValueError, match=r"^400: Content-Length"):
        read(request(*fields, body=b"x" * 20))


def test_a_body_that_is_cut_off_is_refused() -> None:
    with pytest.raises(ValueError, match="or cut off"):
        read(request(b"Content-Length: 4", body=b"tea"))


@pytest.mark.parametrize("first", [0, 1])
def test_both_fields_are_refused_in_either_order(first: int) -> None:
    fields = [b"Content-Length: 5", b"transfer-encoding: chunked"]
    stream = request(fields[first], fields[1 - first], body=b"0\r\n\r\n")
    with pytest.raises(ValueError, match="two fields say where it ends"):
        read(stream)


@pytest.mark.parametrize(
    "coding", [b"gzip", b"chunked, gzip", b"xchunked", b"", b"gzip, chunked"]
)
def test_another_coding_is_refused(coding: bytes) -> None:
    with pytest.raises(ValueError, match=r"^400: .* is not chunked alone"):
        read(request(b"Transfer-Encoding: " + coding, body=CHUNKED))


def test_chunked_twice_is_refused() -> None:
    twice = [b"Transfer-Encoding: chunked"] * 2
    with pytest.raises(ValueError, match="is not chunked alone"):
        read(request(*twice, body=CHUNKED))


def test_the_name_of_a_coding_is_not_case_sensitive() -> None:
    upper, lower = (
        read(request(b"Transfer-Encoding: " + coding, body=CHUNKED))
        for coding in [b"Chunked", b"chunked"]
    )
    assert upper == lower


@pytest.mark.parametrize(
    "line",
    [
        b"Content-Length : 5",
        b" Content-Length: 5",
        b"Content-Length",
        b": 5",
        b"X: a\n b",
        b"X: a\r b",
        b"X: a\r\n b",
        b"X: a\0b",
    ],
)
def test_what_is_no_field_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"^400: not the head of a request"):
        read(request(line))


@pytest.mark.parametrize(
    "stream",
    [
        b"",
        b"GET / HTTP/1.1",
        b"GET / HTTP/1.1\r\n" + HOST,
        b"GET / HTTP/1.1\n\n",
        b"GET  / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET /a b HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_head_is_refused(stream: bytes) -> None:
    with pytest.raises(ValueError, match=r"^400: not the head of a request"):
        read(stream)


def test_two_careless_readers_see_different_requests() -> None:
    inner = b"GET /admin HTTP/1.1\r\nHost: shop.example\r\n\r\n"
    body = b"0\r\n\r\n" + inner
    stream = request(
        b"Content-Length: %d" % len(body),
        b"Transfer-Encoding: chunked",
        body=body,
    )
    assert read(stream, "content-length")[1:] == (body, b"")
    assert read(stream, "transfer-encoding")[1:] == (b"", inner)


def test_a_long_line_is_read_in_a_moment() -> None:
    with pytest.raises(ValueError, match="not the head"):
        read(request(b"X: " + b"a \t" * 20_000 + b"\0"))
