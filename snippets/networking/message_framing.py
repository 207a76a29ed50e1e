"""Message framing: where a request ends, or a refusal to guess.

Time: O(bytes). Space: O(bytes). No chunk extensions, no trailer section.
Source: RFC 9112 §5.1, §6.3, §7.1 and §11.2,
https://www.rfc-editor.org/rfc/rfc9112#section-6.3
"""

import re

FIELD = rb"([!#$%&'*+.^`|~\w-]+):[ \t]*([^\r\n\0]*?)[ \t]*\r\n"
HEAD = re.compile(rb"([!-~]+ [!-~]+ HTTP/1\.1)\r\n((?:" + FIELD + rb")*)\r\n")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})\r\n")


def unchunk(rest: bytes) -> tuple[bytes, bytes]:
    """The body that came in chunks, and the bytes that follow it."""
    body = b""
    while chunk := CHUNK.match(rest):
        start, end = chunk.end(), chunk.end() + int(chunk[1], 16)
        if rest[end : end + 2] != b"\r\n":
            break
        body, rest = body + rest[start:end], rest[end + 2 :]
        if start == end:
            return body, rest
    raise ValueError("400: not in chunks, or cut off")


def read(stream: bytes, obey: str = "") -> tuple[str, bytes, bytes]:
    """First line, body, rest. A careless reader obeys one of two fields."""
    if not (head := HEAD.match(stream)):
        raise ValueError("400: not the head of a request")
    line, rest = head[1].decode(), stream[head.end() :]
    fields: dict[str, list[bytes]] = {}
    for name, value in re.findall(FIELD, head[2]):
        fields.setdefault(name.decode().lower(), []).append(value)
    if not obey and {"transfer-encoding", "content-length"} <= fields.keys():
        raise ValueError("400: two fields say where it ends")
    if "transfer-encoding" in fields and obey != "content-length":
        coding = b",".join(fields["transfer-encoding"])
        if coding.lower() != b"chunked":
            raise ValueError(f"400: {coding!r} is not chunked alone")
        return line, *unchunk(rest)
    length = b",".join(fields.get("content-length", [b"0"]))
    if not re.fullmatch(rb"\d{1,9}", length) or len(rest) < int(length):
        raise ValueError(f"400: Content-Length {length!r}, or cut off")
    return line, rest[: int(length)], rest[int(length) :]


if __name__ == "__main__":
    body = b"0\r\n\r\nGET /admin HTTP/1.1\r\nHost: shop.example\r\n\r\n"
    head = b"POST /search HTTP/1.1\r\nHost: shop.example\r\n"
    head += b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n" % len(body)
    for obey in ["content-length", "transfer-encoding", ""]:
        rest = head + b"\r\n" + body
        while rest:
            try:
                line, _, rest = read(rest, obey)
            except ValueError as refusal:
                line, rest = str(refusal), b""
            print(f"obeys {obey or 'neither':<18}  {line}")
