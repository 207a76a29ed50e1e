"""Interleavings: every order of two transactions' steps, and which break.

Broken: no serial run of those that commit reads and leaves the same.
Time: O(n) per order, (n over k) orders. Space: O(n).
Source: Berenson et al., 1995, section 4.2, https://arxiv.org/abs/cs/0701157
"""

from itertools import permutations
from types import SimpleNamespace as Client

type Rows = dict[str, int]
START = {"ada": 1, "bob": 1, "stock": 9, "x": 5, "y": 5}
STORIES = {  # a write takes 1 from each of its rows, if the sum seen is over 1
    "write skew": "read ada bob, write ada | read ada bob, write bob",
    "lost update": "read stock, write stock | read stock, write stock",
    "read skew": "read x, read y | read x y, write x y",
}
ORDERS = sorted({*permutations([0] * 4 + [1] * 4)})
SERIAL = [ORDERS[0], ORDERS[-1], (0,) * 4, (1,) * 4]  # or one alone


def take(me: Client, other: Client, rows: Rows, level: str) -> None:
    """Take the next step of `me`."""
    step, *names = me.steps.pop(0).split()
    if step == "begin" or level == "read committed":
        me.snapshot = dict(rows)
    newer = {name for name in rows if rows[name] != me.snapshot[name]}
    if step == "read":
        me.saw |= {name: me.snapshot[name] for name in names}
    elif step == "write" and sum(me.saw.values()) > 1:
        me.wrote = {name: me.saw[name] - 1 for name in names}
    elif step == "commit":
        late = newer & {*me.wrote}  # the first committer wins
        pivot = newer & {*me.saw} and {*other.saw} & {*me.wrote}
        if late or (pivot and level == "serializable"):
            me.saw = me.wrote = {}  # refused: nothing of it remains
        rows |= me.wrote


def play(story: str, level: str, order: tuple[int, ...]) -> list[Rows]:
    """What each saw, {} if it was refused; and the rows at the end."""
    rows = dict(START)
    both = [Client(snapshot=START, saw={}, wrote={}) for _ in "ab"]
    for client, work in zip(both, STORIES[story].split(" | "), strict=True):
        client.steps = ["begin", *work.split(", "), "commit"]
    for turn in order:
        take(both[turn], both[1 - turn], rows, level)
    return [both[0].saw, both[1].saw, rows]


if __name__ == "__main__":
    for level in ["read committed", "snapshot isolation", "serializable"]:
        for name in STORIES:
            fine = [play(name, level, order) for order in SERIAL]
            ends = [play(name, level, order) for order in ORDERS]
            broken = sum(end not in fine for end in ends)
            refused = sum({} in end for end in ends)
            print(f"{level:19}{name:12}{broken:3} broken{refused:4} refused")
    print("of", len(ORDERS), "orders each")
