"""Sessions in memory: each server knows only those who logged in there.

Time: O(1) per request. Space: O(sessions) on each server.
Source: RFC 6265, section 3 (state that the server sends and gets back),
https://www.rfc-editor.org/rfc/rfc6265#section-3
"""

from itertools import count, cycle
from random import Random

USERS = 500
REQUESTS_PER_USER = 20
SEED = 1


def refused(servers: int, arrivals: list[int]) -> int:
    """How many requests of logged-in users, in turns, met no session.

    Who is refused logs in there, and has the new cookie from then on.
    """
    memories = [set[int]() for _ in range(servers)]
    turns, new_id = cycle(memories), count()
    cookies = dict[int, int]()
    failed = 0
    for user in arrivals:
        memory = next(turns)
        if cookies.get(user) in memory:
            continue
        failed += user in cookies
        cookies[user] = next(new_id)
        memory.add(cookies[user])
    return failed


if __name__ == "__main__":
    alone = [0] * REQUESTS_PER_USER
    many = [user for user in range(USERS) for _ in range(REQUESTS_PER_USER)]
    Random(SEED).shuffle(many)
    print("servers  one user alone   500 users")
    for servers in (1, 2, 4, 10):
        shares = [
            refused(servers, arrivals) / (len(arrivals) - len(set(arrivals)))
            for arrivals in (alone, many)
        ]
        print(f"{servers:7}  {shares[0]:14.0%}  {shares[1]:10.1%}")
