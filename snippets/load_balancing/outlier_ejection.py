"""Outlier ejection: errors of real requests take a server out, for a while.

Simulated: 10 servers in turn, 100 requests per second for 10 minutes. After
FALL errors in a row a server is out for BASE seconds, times how often it was.
But never more than a share of the servers, `most`.

Time: O(servers) per request. Space: O(servers).
Source: Envoy, "Outlier detection", https://www.envoyproxy.io/docs/envoy/
latest/intro/arch_overview/upstream/outlier
"""

from random import Random

SERVERS, RATE, SECONDS = 10, 100, 600
FALL, BASE = 5, 30.0


def run(errors: list[float], most: float, rng: Random) -> float:
    """Share of requests that fail; `errors` is the share of each server's."""
    in_a_row, ejections = [0] * SERVERS, [0] * SERVERS
    back = [0.0] * SERVERS  # when each is in again
    failed = turn = 0
    for request in range(RATE * SECONDS):
        now = request / RATE
        out = sum(until > now for until in back)
        for _ in range(SERVERS):  # the next one that is in
            turn = (turn + 1) % SERVERS
            if back[turn] <= now:
                break
        else:  # nobody is
            failed += 1
            continue
        if rng.random() >= errors[turn]:
            in_a_row[turn] = 0
            continue
        failed += 1
        in_a_row[turn] += 1
        if in_a_row[turn] >= FALL and out + 1 <= most * SERVERS:
            in_a_row[turn] = 0
            ejections[turn] += 1
            back[turn] = now + BASE * ejections[turn]
    return failed / (RATE * SECONDS)


if __name__ == "__main__":
    print("failed, if the share ejected")
    print(f"is at most       {'0 %':>7}{'10 %':>7}{'100 %':>7}")
    for title, errors in [
        ("one fails all", [1.0] + [0.0] * 9),
        ("one fails half", [0.5] + [0.0] * 9),
        ("one fails a tenth", [0.1] + [0.0] * 9),
        ("three fail all", [1.0] * 3 + [0.0] * 7),
        ("all fail half", [0.5] * 10),
    ]:
        row = f"{title:17}"
        for most in (0.0, 0.1, 1.0):
            row += f"{run(errors, most, Random(1)):7.2%}"
        print(row)
