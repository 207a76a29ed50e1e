"""A field of the static table may be kept, too."""

NAMES = """:authority :method :method :path :path :scheme :scheme :status
:status :status :status :status :status :status accept-charset accept-encoding
accept-language accept-ranges accept access-control-allow-origin age allow
authorization cache-control content-disposition content-encoding
content-language content-length content-location content-range content-type
cookie date etag expect expires from host if-match if-modified-since
if-none-match if-range if-unmodified-since last-modified link location
max-forwards proxy-authenticate proxy-authorization range referer refresh
retry-after server set-cookie strict-transport-security transfer-encoding
user-agent vary via www-authenticate""".split()
VALUES = "|GET|POST|/|/index.html|http|https|200|204|206|304|400|404|500"
TEXTS = [*VALUES.split("|"), "", "gzip, deflate", *[""] * 45]
STATIC = list(zip(NAMES, TEXTS, strict=True))  # STATIC[0] has the index 1
type Field = tuple[str, str]


def read_integer(data: bytes, at: int, bits: int) -> tuple[int, int]:
    """The integer whose last `bits` of data[at] begin it, and what is next.

    Raises ValueError if the data ends within it.
    """
    most = 2**bits - 1
    if at >= len(data):
        raise ValueError("the block ends within an integer")
    value, at, shift = data[at] & most, at + 1, 0
    if value < most:
        return value, at
    while True:
        if at >= len(data):
            raise ValueError("the block ends within an integer")
        byte, at = data[at], at + 1
        value, shift = value + ((byte & 127) << shift), shift + 7
        if byte < 128:
            return value, at


def read_text(data: bytes, at: int) -> tuple[str, int]:
    """The string at this place, and the place after it."""
    length, at = read_integer(data, at, 7)
    if at + length > len(data):
        raise ValueError("the block ends within a string")
    return data[at : at + length].decode("ascii"), at + length


class HpackDecoder:
    """For one direction of a connection: what it keeps, it keeps for later."""

    def __init__(self, limit: int = 4096) -> None:
        self.limit = limit  # bytes that the encoder may use
        self.capacity = limit  # bytes that it uses
        self.kept: list[Field] = []  # the newest first

    def decode(self, block: bytes) -> list[Field]:
        """The fields of a header block, in order.

        Raises ValueError for an index without an entry, and for a table
        larger than the limit.
        """
        fields, at = list[Field](), 0
        while at < len(block):
            first = block[at]
            if first >= 0x80:  # an index
                index, at = read_integer(block, at, 7)
                fields.append(self._entry(index))
            elif first & 0xE0 == 0x20:  # a new size of the table
                self.capacity, at = read_integer(block, at, 5)
                if self.capacity > self.limit:
                    raise ValueError(f"a table of {self.capacity} bytes")
                self._evict()
            else:  # a literal, which is kept or not
                keep = first >= 0x40
                index, at = read_integer(block, at, 6 if keep else 4)
                if index:
                    name = self._entry(index)[0]
                else:
                    name, at = read_text(block, at)
                value, at = read_text(block, at)
                fields.append((name, value))
                if keep:
                    if (name, value) not in STATIC:
                        self.kept.insert(0, (name, value))
                    self._evict()
        return fields

    def _entry(self, index: int) -> Field:
        """The entry with this index: static from 1, kept from 62."""
        if not 1 <= index <= len(STATIC) + len(self.kept):
            raise ValueError(f"no entry has the index {index}")
        return (STATIC + self.kept)[index - 1]

    def _evict(self) -> None:
        """Drop the oldest entries until the others fit."""
        while sum(len(n) + len(v) + 32 for n, v in self.kept) > self.capacity:
            self.kept.pop()
