"""HPACK: a header field that was sent before costs a byte or two.

Time: O(table) per field. Space: O(capacity).
Source: RFC 7541, section 6, https://www.rfc-editor.org/rfc/rfc7541#section-6
"""

# Those of the 61 entries of the static table that are used here.
TABLE = """1=:authority= 2=:method=GET 4=:path=/ 6=:scheme=http 7=:scheme=https
5=:path=/index.html 8=:status=200 24=cache-control= 26=content-encoding=
19=accept= 32=cookie= 33=date= 46=location= 55=set-cookie= 58=user-agent="""
STATIC = {(n, v): int(i) for i, n, v in (e.split("=") for e in TABLE.split())}


def integer(value: int, bits: int, pattern: int = 0) -> bytes:
    """The value in the last bits of a byte; if they are full, in more bytes."""
    most = 2**bits - 1
    if value < most:
        return bytes([pattern | value])
    encoded, value = [pattern | most], value - most
    while value >= 128:
        encoded.append(128 | value % 128)
        value //= 128
    return bytes([*encoded, value])


class HpackEncoder:
    """For one direction of a connection; its decoder keeps the same table."""

    def __init__(self, capacity: int = 4096) -> None:
        self.capacity, self.kept = capacity, list[tuple[str, str]]()

    def encode(self, name: str, value: str, *, keep: bool = True) -> bytes:
        """One field: an index, or a literal that both sides keep or not."""
        table = STATIC | {one: 62 + i for i, one in enumerate(self.kept)}
        if (name, value) in table:
            return integer(table[name, value], 7, 0x80)
        index = next((i for (n, _), i in table.items() if n == name), 0)
        if keep:
            self.kept.insert(0, (name, value))
            while sum(len(n + v) + 32 for n, v in self.kept) > self.capacity:
                self.kept.pop()
        start = integer(index, 6, 0x40) if keep else integer(index, 4)
        texts = [t.encode("ascii") for t in (name, value)][index > 0 :]
        return start + b"".join(integer(len(t), 7) + t for t in texts)


if __name__ == "__main__":
    agent = "Mozilla/5.0 (X11; Linux x86_64)"
    same = {"accept": "*/*", "user-agent": agent, "cookie": f"id={'5e' * 32}"}
    lines = [f"{n}: {v}" for n, v in [("host", "shop.example"), *same.items()]]
    start = {":method": "GET", ":scheme": "https", ":authority": "shop.example"}
    encoder, text, framed = HpackEncoder(), 0, 0
    for count in range(1, 101):
        path = f"/api/products/{count}"
        text += len("\r\n".join([f"GET {path} HTTP/1.1", *lines, "", ""]))
        framed += 9
        for name, value in {**start, ":path": path, **same}.items():
            framed += len(encoder.encode(name, value, keep=name != ":path"))
        if count in [1, 2, 100]:
            print(f"{count:3} sent: {text:,} bytes as text, {framed:,} framed")
