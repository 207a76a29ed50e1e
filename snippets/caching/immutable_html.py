"""Fingerprinted names: cache a file for a year, and its page not at all.

Assumed: readers who come back at random times; a browser that keeps what it
may keep; the page is deployed anew at DEPLOY.

Time: O(visits * log visits). Space: O(readers).
Source: RFC 9111 §5.2.2.4, RFC 8246 §2, RFC 9110 §13.1.2,
https://www.rfc-editor.org/rfc/rfc9111
"""

from collections import Counter
from random import Random

DEPLOY, END = 3_600, 3 * 3_600  # seconds
READERS, VISITS = 200, 12  # visits of each reader
PAGE_BYTES = 20_000
LIFETIMES = {
    "max-age=31536000, immutable": 31_536_000,
    "max-age=3600": 3_600,
    "no-cache": 0,  # kept, and checked by its ETag at each visit
}


def etag(now: int) -> str:
    """The version that the server holds; changes with the content."""
    return '"v1"' if now < DEPLOY else '"v2"'


def run(lifetime: int, rng: Random) -> Counter[str]:
    """What the server sent for the page, and who read an old one."""
    counts: Counter[str] = Counter()
    for _ in range(READERS):
        held, until, misled = "", 0, False
        for now in sorted(rng.randrange(END) for _ in range(VISITS)):
            if not held or now >= until:
                # If-None-Match: 304 without a body if the tag still matches
                counts["304" if held == etag(now) else "200"] += 1
                held, until = etag(now), now + lifetime
            if held != etag(now):
                counts["old pages"] += 1
                counts["last"], misled = max(counts["last"], now - DEPLOY), True
        counts["old readers"] += misled
        counts["old at the end"] += held != etag(END)
    return counts


if __name__ == "__main__":
    print(f"{READERS} readers, {READERS * VISITS:,} visits, deploy after 1 h")
    for header, lifetime in LIFETIMES.items():
        got = run(lifetime, Random(1))
        print(f"Cache-Control: {header}")
        print(
            f"  answers: {got['200']:,} with the page, {got['304']:,} without;"
            f" {got['200'] * PAGE_BYTES / 1e6:.0f} MB"
        )
        print(f"  old page after the deploy: {got['old readers']} readers,")
        minutes = f"{got['last'] / 60:.0f} min"
        print(f"  up to {minutes} later; {got['old at the end']} still hold it")
