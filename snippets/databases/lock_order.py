"""Lock ordering: without a cycle of waiters there is no deadlock.

Two transfers each lock two accounts, one after the other, and commit. Whoever
finds a lock taken waits until the holder has ended.
Time: O(n) per order, (n over k) orders. Space: O(n).
Source: PostgreSQL manual, section 13.3.4, "Deadlocks",
https://www.postgresql.org/docs/15/explicit-locking.html
"""

from itertools import permutations


def deadlocks(one: list[str], two: list[str], turns: tuple[int, ...]) -> bool:
    """Whether the transfers, which lock in these orders, end waiting."""
    held: dict[str, int] = {}
    left = [[*one, "commit"], [*two, "commit"]]
    due = [0, 0]
    for turn in turns:
        due[turn] += 1
        for me in (turn, 1 - turn):  # the end of one lets the other go on
            while due[me] and held.get(left[me][0], me) == me:
                step = left[me].pop(0)
                due[me] -= 1
                if step != "commit":
                    held[step] = me
                    continue
                held = {row: who for row, who in held.items() if who != me}
    return bool(left[0] or left[1])


if __name__ == "__main__":
    orders = {*permutations([0] * 3 + [1] * 3)}
    for title, one, two in [
        ("payer first", ["ada", "bob"], ["bob", "ada"]),
        ("by account ", sorted(["ada", "bob"]), sorted(["bob", "ada"])),
    ]:
        stuck = sum(deadlocks(one, two, order) for order in orders)
        print(f"{title}: {stuck} of {len(orders)} orders end in a deadlock")
