"""Each length is to be checked, here that of the extensions."""

HANDSHAKE, CLIENT_HELLO, SERVER_NAME, HOST_NAME = 22, 1, 0, 0


def take(data: bytes, size: int) -> tuple[bytes, bytes]:
    """A field after its length of `size` bytes, and the rest.

    Raises ValueError if bytes of the length or of the field are missing.
    """
    length = int.from_bytes(data[:size], "big")
    if len(data) < size + length:
        raise ValueError(f"{size + length} bytes needed, {len(data)} there")
    return data[size : size + length], data[size + length :]


def sni_name(record: bytes) -> str | None:
    """The name in lower case; None if the ClientHello names none.

    The record is type (1 byte), version (2), then a field with a length of 2
    bytes. In it: type (1), then a field with a length of 3, which is the
    ClientHello: version (2), random (32), session (length of 1), suites (2),
    compression (1), and, if anything follows, extensions (2). Each of those:
    number (2) and a field (2). That of SERVER_NAME holds a list (2), of
    which each entry is a type (1) and a name (2); only HOST_NAME counts.
    Versions, suites and what else is there may be any.

    Raises ValueError for everything else: what is cut off, what has bytes left
    over, an empty list or name, a name that is not ASCII, the extension twice.
    """
    if record[:1] != bytes([HANDSHAKE]):
        raise ValueError("no handshake")
    message, rest = take(record[3:], 2)
    if rest or message[:1] != bytes([CLIENT_HELLO]):
        raise ValueError("no ClientHello, or bytes after the record")
    hello, rest = take(message[1:], 3)
    if rest:
        raise ValueError("more than one message")
    left = hello[34:]  # of a shorter one nothing, which `take` refuses
    for size in (1, 2, 1):
        _, left = take(left, size)
    if not left:
        return None
    extensions, rest = left[2:], b""
    found: list[bytes] = []
    while extensions:
        number = int.from_bytes(extensions[:2], "big")
        content, extensions = take(extensions[2:], 2)
        if number == SERVER_NAME:
            found.append(content)
    if rest or len(found) > 1:
        raise ValueError("bytes after the extensions, or a name twice")
    return _host(found[0]) if found else None


def _host(content: bytes) -> str | None:
    names, rest = take(content, 2)
    if rest or not names:
        raise ValueError("bytes after the list of names, or none in it")
    host = None
    while names:
        kind = names[0]
        name, names = take(names[1:], 2)
        if kind == HOST_NAME:
            if host is not None or not name or not name.isascii():
                raise ValueError("not one name of ASCII")
            host = name.decode("ascii").lower()
    return host
