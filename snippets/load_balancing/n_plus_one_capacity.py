"""N+1 capacity: busy, but not too busy when a zone is lost.

Time: O(1). Space: O(1).
Source: own arithmetic: offered work is the same before and after a loss
"""

PEAK = 2_900  # requests per second
PER_SERVER = 200  # requests per second that a server can do
BOUND = 0.8  # how busy the servers may be


def after_loss(servers: int, zones: int) -> float:
    """How busy the rest is when the fullest zone is lost.

    The servers are spread over the zones as evenly as they can be.
    Raises ValueError if no server is left.
    """
    left = servers - -(-servers // zones)
    if left < 1:
        raise ValueError(f"{servers} servers in {zones} zones: none is left")
    return PEAK / (left * PER_SERVER)


if __name__ == "__main__":
    print(f"{PEAK} requests/s, {PER_SERVER} per server, at most {BOUND:.0%}")
    print("zones  servers  all alive  a zone lost")
    for zones, servers in [(3, 19), (2, 38), (3, 29), (4, 26), (6, 23)]:
        busy = PEAK / (servers * PER_SERVER)
        lost = after_loss(servers, zones)
        verdict = "ok" if lost <= BOUND else "too busy"
        print(f"{zones:5}  {servers:7}  {busy:9.0%}  {lost:11.0%}  {verdict}")
