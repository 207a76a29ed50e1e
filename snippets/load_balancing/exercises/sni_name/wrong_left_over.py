"""refuse what is left over."""

HANDSHAKE, CLIENT_HELLO, SERVER_NAME, HOST_NAME = 22, 1, 0, 0


def take(data: bytes, size: int) -> tuple[bytes, bytes]:
    """A field after its length of `size` bytes, and the rest.

    Raises ValueError if there are fewer bytes than it says.
    """
    length = int.from_bytes(data[:size], "big")
    if len(data) < size + length:
        raise ValueError(f"{length} bytes announced, {len(data) - size} there")
    return data[size : size + length], data[size + length :]


def sni_name(record: bytes) -> str | None:
    """The name in lower case; None if the ClientHello names none.

    The record is type (1 byte), version (2), then a field with a length of 2
    bytes. In it: type (1), then a field with a length of 3, which is the
    ClientHello: version (2), random (32), session (length of 1), suites (2),
    compression (1), and, if anything follows, extensions (2). Each of those:
    number (2) and a field (2). That of SERVER_NAME holds a list (2), of
    which each entry is a type (1) and a name (2); only HOST_NAME counts.

    Raises ValueError for everything else: what is cut off, what has bytes left
    over, an empty list or name, a name that is not ASCII, the extension twice.
    """
    if record[:1] != bytes([HANDSHAKE]):
        raise ValueError("no handshake")
    message, rest = take(record[3:], 2)
    if rest or message[:1] != bytes([CLIENT_HELLO]):
        raise ValueError("no ClientHello, or more than one message")
    hello, rest = take(message[1:], 3)
    if rest or len(hello) < 34:
        raise ValueError("no complete ClientHello")
    hello = hello[34:]
    for size in (1, 2, 1):
        if len(hello) < size:
            raise ValueError("cut off")
        _, hello = take(hello, size)
    if not hello:
        return None
    found: list[bytes] = []
    extensions, rest = take(hello, 2)
    while extensions:
        if len(extensions) < 4:
            raise ValueError("cut off")
        number = int.from_bytes(extensions[:2], "big")
        content, extensions = take(extensions[2:], 2)
        if number == SERVER_NAME:
            found.append(content)
    if rest or len(hello) < 2 or len(found) > 1:
        raise ValueError("bytes left over, or a name twice")
    return _host(found[0]) if found else None


def _host(content: bytes) -> str | None:
    names, _rest = take(content, 2)
    if len(content) < 2 or not names:
        raise ValueError("no list of names")
    host = None
    while names:
        if len(names) < 3:
            raise ValueError("cut off")
        kind = names[0]
        name, names = take(names[1:], 2)
        if kind == HOST_NAME:
            if host is not None or not name or not name.isascii():
                raise ValueError("not one name of ASCII")
            host = name.decode("ascii").lower()
    return host
