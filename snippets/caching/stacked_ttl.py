"""Age: a copy of a copy is as old as both waits together.

Assumed: six edges with one shield between them and the origin, each holding
the one page for TTL; messages take no time.

Time: O(edges) per second. Space: O(edges).
Source: RFC 9111 §4.2.3 and §5.1, https://www.rfc-editor.org/rfc/rfc9111
"""

from dataclasses import dataclass
from random import Random

TTL = 60  # seconds of `max-age`
EDGES = 6
ASKED = 0.1  # chance that a given edge is asked for the page in a second
SECONDS = 6_000


@dataclass(slots=True)
class Copy:
    """The page as it left the origin at `made`, dropped at `until`."""

    made: int = 0
    until: int = 0


def renew(copy: Copy, made: int, now: int, counts_age: bool) -> None:
    """Store what the level below sent: for TTL, or what is left of it."""
    age = now - made if counts_age else 0
    copy.made, copy.until = made, now + TTL - age


def run(shield: bool, counts_age: bool, rng: Random) -> tuple[int, int, int]:
    """Requests to the origin, to the shield, and the oldest page served."""
    middle, edges = Copy(), [Copy() for _ in range(EDGES)]
    to_origin = to_shield = oldest = 0
    for now in range(SECONDS):
        for edge in edges:
            if rng.random() >= ASKED:
                continue
            if now >= edge.until:
                to_shield += shield
                if not shield or now >= middle.until:
                    to_origin += 1
                    renew(middle, now, now, counts_age)
                renew(edge, middle.made, now, counts_age)
            oldest = max(oldest, now - edge.made)
    return to_origin, to_shield, oldest


if __name__ == "__main__":
    print(f"TTL {TTL} s              to origin  to shield  oldest")
    for name, shield, counts_age in [
        ("no shield", False, True),
        ("shield, Age ignored", True, False),
        ("shield, Age counted", True, True),
    ]:
        origin, middle, oldest = run(shield, counts_age, Random(1))
        print(f"{name:19} {origin:12,} {middle:10,} {oldest:5} s")
