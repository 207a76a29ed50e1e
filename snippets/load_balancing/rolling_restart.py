"""Rolling restart: logins lost when each server in turn forgets its memory.

Time: O(users * minutes). Space: O(users).
Source: none; a model. A visit ends with probability 1/VISIT_MINUTES in each
minute. A restarting server gets nobody for a minute; then all start anew.
"""

from dataclasses import dataclass
from random import Random

SERVERS = 4
USERS = 1_000
VISIT_MINUTES = 20
SEED = 5


@dataclass(frozen=True, slots=True)
class Login:
    """What a client brings: its server, and what the login was made by."""

    server: int
    made_by: tuple[int, ...]  # the runs of the programs that it needs


def lost(where: str, drain_minutes: int, random: Random) -> float:
    """Logins lost per user while all servers restart, one by one."""
    runs = [0] * SERVERS  # how often each has started

    def login(closed: int | None) -> Login:
        able = [s for s in range(SERVERS) if s != closed]
        server = random.choice(able)
        needs = (runs[server],) if where == "server" else ()
        return Login(server, tuple(runs) if where == "all" else needs)

    def valid(held: Login) -> bool:
        now = (runs[held.server],) if where == "server" else tuple(runs)
        return where == "outside" or held.made_by == now

    users = [login(None) for _ in range(USERS)]
    losses = 0
    for leaving in range(SERVERS):
        for _ in range(drain_minutes):
            for number in range(USERS):
                if random.random() < 1 / VISIT_MINUTES:
                    users[number] = login(leaving)
        runs[leaving] += 1
        for number, held in enumerate(users):
            if not valid(held):
                losses += 1
                users[number] = login(leaving)
    return losses / USERS


if __name__ == "__main__":
    print("a login depends on        drain   lost per user")
    for where in ("server", "outside", "all"):
        for drain in (0, 10, 60) if where == "server" else (0,):
            share = lost(where, drain, Random(SEED))
            print(f"{where:23}  {drain:2} min  {share:13.2f}")
