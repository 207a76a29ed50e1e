"""Fencing token: a number that grows lets a storage refuse late lock holders.

Clients add one to a counter under a lock that may expire at any moment. One of
all who can go on does the next step, by chance. An addition is lost if a write
overwrites what its client has not read.
Time: O(clients * steps) per schedule. Space: O(clients).
Source: Kleppmann, "How to do distributed locking", 2016
"""

from random import Random

CLIENTS, SCHEDULES = ["ada", "bob"], 5_000
RULES = {  # `asks` shows the token to the lock, `!` shows it to the storage
    "no token": "locks reads writes frees",
    "asks before it writes": "locks reads asks writes frees",
    "token at the write": "locks reads writes! frees",
    "token at read and write": "locks reads! writes! frees",
}


def run(rule: str, rng: Random) -> tuple[int, list[str]]:
    """How many additions are lost, and by which schedule."""
    todo = {client: RULES[rule].split() for client in CLIENTS}
    token, read = dict.fromkeys(CLIENTS, 0), dict.fromkeys(CLIENTS, 0)
    granted = holder = seen = counter = lost = 0
    way: list[str] = []
    while any(todo.values()):
        blocked = "locks" if holder else ""
        ready = [c for c in CLIENTS if todo[c] and todo[c][0] != blocked]
        who = rng.choice([*ready, "lock"] if holder else ready)
        step = "expires" if who == "lock" else todo[who].pop(0)
        mine = token.get(who, 0)
        way.append(f"{who} {step}")
        if step == "locks":
            token[who] = granted = holder = granted + 1
        elif step == "expires" or (step == "frees" and mine == holder):
            holder = 0
        elif mine < seen if "!" in step else step == "asks" and mine != holder:
            todo[who].clear()
        elif "reads" in step:
            read[who] = counter
        elif "writes" in step:
            lost += read[who] != counter
            counter = read[who] + 1
        seen = max(seen, mine) if "!" in step else seen
    return lost, way


if __name__ == "__main__":
    for rule in RULES:
        rng = Random(1)
        runs = [run(rule, rng) for _ in range(SCHEDULES)]
        bad = sorted((len(way), way) for lost, way in runs if lost)
        print(f"{rule:23} {len(bad):5,} of {SCHEDULES:,} lose an addition")
        print("  " + " | ".join(bad[0][1]) if bad else "  none found")
