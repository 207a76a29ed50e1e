"""Break-even interval: how rarely a key may be used and still pay its place.

An entry is worth its memory if it is asked for more often than once per
interval. Assumed: the prices below, which are invented, and an origin that
can be bought by the query per second.

Time: O(1). Space: O(1).
Source: J. Gray, F. Putzolu, The 5 minute rule for trading memory for disc
accesses, SIGMOD 1987, https://doi.org/10.1145/38713.38755
"""

GIGABYTE = 5.0  # per month, of cache memory
ORIGIN = 0.4  # per month, for one more query per second
REQUESTS_PER_SECOND = 1_000
# share of the requests, number of keys
CLASSES = {"hot": (0.7, 100), "warm": (0.2, 900), "other": (0.1, 1_000_000)}


def break_even(entry_bytes: int) -> float:
    """Seconds between two uses at which memory and queries cost the same."""
    return ORIGIN / (GIGABYTE / 1e9 * entry_bytes)


def interval(share: float, keys: int) -> float:
    """Seconds between two uses of one of the keys, on average."""
    return keys / (share * REQUESTS_PER_SECOND)


if __name__ == "__main__":
    for entry_bytes in [2_000, 50_000]:
        limit = break_even(entry_bytes)
        print(f"{entry_bytes:,} bytes: asked for within {limit:,.0f} s?")
        for name, (share, keys) in CLASSES.items():
            memory = keys * entry_bytes / 1e9 * GIGABYTE
            saved = share * REQUESTS_PER_SECOND * ORIGIN
            verdict = "keep" if interval(share, keys) < limit else "drop"
            print(
                f"  {name:5}  every {interval(share, keys):8,.1f} s  {verdict}:"
                f" costs {memory:6.2f}, saves {saved:5.0f}"
            )
