"""Count from the arrival, each time."""

from collections.abc import Callable
from dataclasses import dataclass, replace

LONGEST_CHAIN = 8  # names: an alias, what it leads to, and so on


@dataclass(frozen=True, slots=True)
class Record:
    """One record; those of one name and type have the same TTL."""

    name: str
    kind: str  # A, AAAA, MX …, or CNAME: the name is an alias of `data`
    ttl: int  # seconds
    data: str


@dataclass(frozen=True, slots=True)
class Response:
    """What a name server says of one name and type.

    Its records are of that type, or one CNAME. Without records there is the
    zone's SOA: its own TTL, and its field MINIMUM. NXDOMAIN: there is no such
    name. NOERROR without records: it has none of this type.
    """

    code: str = "NOERROR"
    records: tuple[Record, ...] = ()
    soa_ttl: int = 0
    soa_minimum: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The records of the whole chain, each with the seconds that it has left.

    `absent_for` is what is left of an absence at the end of the chain.
    """

    code: str
    records: tuple[Record, ...]
    absent_for: int = 0


class CachingResolver:
    """Asks only what it does not hold."""

    def __init__(self, ask: Callable[[str, str], Response]) -> None:
        self._ask = ask
        self._stored: dict[tuple[str, str], tuple[int, int, Response]] = {}

    def resolve(self, name: str, kind: str, now: int) -> Answer:
        """The answer for a type other than CNAME; `now` is in seconds.

        ValueError if the chain has more than LONGEST_CHAIN names.
        """
        chain: list[Record] = []
        for _ in range(LONGEST_CHAIN):
            until, response = self._look_up(name.lower(), kind, now)
            left = until - now
            chain += [replace(record, ttl=left) for record in response.records]
            if not response.records:
                return Answer(response.code, tuple(chain), left)
            if response.records[0].kind != "CNAME":
                return Answer(response.code, tuple(chain))
            name = response.records[0].data
        raise ValueError(f"more than {LONGEST_CHAIN} names, up to {name!r}")

    def _look_up(self, name: str, kind: str, now: int) -> tuple[int, Response]:
        """What is known of one name, and until when."""
        for held in (kind, "CNAME", "NXDOMAIN"):
            arrived, ttl, response = self._stored.get(
                (name, held), (now, 0, Response())
            )
            ttl -= now - arrived
            if ttl > 0:
                self._stored[name, held] = arrived, ttl, response
                return now + ttl, response
        response = self._ask(name, kind)
        if response.records:
            held, ttl = response.records[0].kind, response.records[0].ttl
        else:
            held = "NXDOMAIN" if response.code == "NXDOMAIN" else kind
            ttl = min(response.soa_ttl, response.soa_minimum)
        self._stored[name, held] = now, ttl, response
        return now + ttl, response
