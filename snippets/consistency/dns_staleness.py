"""Time to live: how long the old answer is heard, and what stretches it.

Assumed: just after minute 0 a record changes at its zone's primary. Somebody
asks one of the caches in each minute; a cache asks the next when it has to.

Time: O(runs * minutes). Space: O(caches).
Source: RFC 1034, sections 3.6 and 4.3.5; RFC 2308, section 5; RFC 8767,
section 4, https://www.rfc-editor.org/rfc/rfc8767#section-4
"""

from random import Random

TTL, HOUR, RUNS = 5, 60, 500  # minutes, minutes, runs
Answer = tuple[bool, int] | None  # is it old, minutes to keep it; or nothing


def longest(
    rules: list[str], *, ttl: int = TTL, behind: int = 0, down: int = 0
) -> int:
    """Minutes until nobody heard the old answer any more, in the worst run.

    `rules` are those of caches in a row; the old answer has its own `ttl`, the
    server is so far `behind` the primary, or not to be reached until `down`.
    """
    rng, worst = Random(1), 0

    def ask(place: int, now: int) -> Answer:
        if place == len(rules):
            answer = (True, ttl) if now <= behind else (False, TTL)
            return None if 0 < now < down else answer
        rule = rules[place]
        if now >= until[place]:
            if (heard := ask(place + 1, now)) is None:
                return (old[place], 1) if rule == "serves stale" else None
            old[place], kept = heard
            until[place] = now + max(kept, HOUR if rule == "floor" else 0)
        left = TTL if rule == "starts anew" else until[place] - now
        return old[place], left

    for _ in range(RUNS):
        start = -1 - rng.randrange(HOUR)
        old, until = [True] * len(rules), [start] * len(rules)
        for now in range(start, 2 * HOUR + 20):
            if (got := ask(rng.randrange(len(rules)), now)) and got[0]:
                worst = max(worst, now + 1)
    return worst


if __name__ == "__main__":
    for name, found in {
        "one cache": longest([""]),
        "three, which count down": longest([""] * 3),
        "three, which start anew": longest(["starts anew"] * 3),
        "one that keeps all for an hour": longest(["floor"]),
        "absence kept, for an hour": longest([""], ttl=HOUR),
        "a server that is 2 h behind": longest([""], behind=2 * HOUR),
        "servers down for 2 h": longest([""], down=2 * HOUR),
        "the same, stale served": longest(["serves stale"], down=2 * HOUR),
    }.items():
        print(f"{name:32} {found:4} min")
