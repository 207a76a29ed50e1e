"""Availability: a balancer makes ten servers one, and itself the next one.

Assumed: machines fail independently; a pair of balancers fails over in a few
seconds; a mistake that is rolled out to both takes both.

Time: O(servers). Space: O(1).
Source: RFC 9568, sections 1 and 6.1 (a standby takes over after about three
advertisements), https://www.rfc-editor.org/rfc/rfc9568
"""

from math import comb

MINUTES = 365.25 * 24 * 60  # of a year
SERVERS, NEEDED = 10, 8
SERVER_MTBF, SERVER_REPAIR = 30 * 24.0, 4.0  # hours
BALANCER_MTBF, BALANCER_REPAIR = 180 * 24.0, 1.0  # hours
SWITCH, MISTAKE = 4.0, 10.0  # seconds per failure, minutes once a year


def down(mtbf: float, repair: float) -> float:
    """The share of time in which one machine is down."""
    return repair / (mtbf + repair)


def too_few(servers: int, needed: int, each_down: float) -> float:
    """The share of time in which fewer than `needed` servers are up."""
    return sum(
        comb(servers, up) * (1 - each_down) ** up * each_down ** (servers - up)
        for up in range(needed)
    )


def in_series(*parts: float) -> float:
    """The share of time in which at least one of the parts is down."""
    all_up = 1.0
    for part in parts:
        all_up *= 1 - part
    return 1 - all_up


def pair(each_down: float, failures_per_year: float) -> float:
    """Both are down, or the standby has not taken over yet."""
    switching = failures_per_year * SWITCH / 60 / MINUTES
    return in_series(each_down**2, switching)


if __name__ == "__main__":
    server = down(SERVER_MTBF, SERVER_REPAIR)
    balancer = down(BALANCER_MTBF, BALANCER_REPAIR)
    pool = too_few(SERVERS, NEEDED, server)
    two = pair(balancer, MINUTES / 60 / BALANCER_MTBF)
    print("minutes without service per year")
    for label, share in [
        ("one server", server),
        (f"{SERVERS} servers, {NEEDED} needed, no balancer", pool),
        ("  behind one balancer", in_series(pool, balancer)),
        ("  behind a pair", in_series(pool, two)),
        ("  and one mistake in both", in_series(pool, two, MISTAKE / MINUTES)),
    ]:
        print(f"{label:33}{share * MINUTES:9,.1f}")
