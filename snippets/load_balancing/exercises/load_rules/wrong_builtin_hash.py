"""hash() of a text is another one in each process."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(slots=True)
class Server:
    """What a balancer knows of a server; `open` is of this moment."""

    name: str
    cores: int
    primary: bool
    open: int


@dataclass(frozen=True, slots=True)
class Request:
    """What a balancer knows when a request or a connection arrives."""

    number: int  # 0, 1, 2, … in the order of arrival
    user: str  # from a cookie
    address: str  # an office or a carrier has one for many users
    writes: bool  # the caller says so
    servers: list[Server]  # those that are up, in a fixed order


def hashed(text: str) -> int:
    """A large number, the same for the same text in every process."""
    return int.from_bytes(sha256(text.encode()).digest()[:8])


def static_pages(request: Request) -> Server:
    """Ten equal servers; every page costs the same."""
    return request.servers[request.number % len(request.servers)]


def database(request: Request) -> Server:
    """Connections to a primary and three replicas, short ones and long."""
    able = [s for s in request.servers if s.primary == request.writes]
    return min(able, key=lambda s: s.open)


def user_cache(request: Request) -> Server:
    """Five servers, each with a cache of the users it has served."""
    user = request.user
    return max(request.servers, key=lambda s: hash(f"{s.name} {user}"))


def unequal(request: Request) -> Server:
    """One server of eight cores, two of two; the work varies."""
    return min(request.servers, key=lambda s: (s.open + 1) / s.cores)


def chat(request: Request) -> Server:
    """Sockets that stay open for hours, on six servers."""
    return min(request.servers, key=lambda s: s.open)
