"""X-Forwarded-For: of a list of addresses only the right end can be trusted.

Time: O(proxies) per request. Space: O(addresses).
Source: RFC 7239, section 8.1, https://www.rfc-editor.org/rfc/rfc7239#section-8.1
"""

from collections.abc import Callable

type Header = list[str]  # of addresses, as the field's commas divide them

CLIENT, EDGE, INNER = "203.0.113.7", "10.0.0.1", "10.0.0.2"


def arrives(claimed: Header, path: list[str]) -> Header:
    """The header at the application: each proxy appends whom it talks to.

    `path` begins with the client; the last proxy's own address is not in the
    header, as the application sees it by itself.
    """
    return claimed + path[:-1]


def leftmost(header: Header) -> str:
    """The first address: the client, if nobody lies."""
    return header[0]


def rightmost(header: Header) -> str:
    """The last address: whom the last proxy talked to."""
    return header[-1]


def counted(header: Header, proxies: int = 2) -> str:
    """The address that the first of our proxies has appended."""
    return header[-proxies]


READERS: list[Callable[[Header], str]] = [leftmost, rightmost, counted]

if __name__ == "__main__":
    for story, claimed, path in [
        ("honest", [], [CLIENT, EDGE, INNER]),
        ("lies", ["6.6.6.6"], [CLIENT, EDGE, INNER]),
        ("past the edge", ["6.6.6.6"], [CLIENT, INNER]),
    ]:
        header = arrives(claimed, path)
        print(f"{story}: {', '.join(header)}")
        for read in READERS:
            print(f"  {read.__name__:9} {read(header)}")
