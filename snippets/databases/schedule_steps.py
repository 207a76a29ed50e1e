"""Schedule: the order in which the steps of several transactions are taken.

Two doctors are on call. Each counts, and goes off call if the other stays.
Time: O(n) per order, (n over k) orders. Space: O(n).
Source: Berenson et al., 1995, section 2.1, https://arxiv.org/abs/cs/0701157
"""

from itertools import permutations

SHOW = 17  # any number from 1 to 70
LEVELS = ["read committed", "snapshot isolation", "serializable"]
STEPS = ["begin", "count", "write", "commit"]
OTHER = {"ada": "bob", "bob": "ada"}


class Database:
    """Who is on call, and what each transaction has done so far."""

    def __init__(self, level: str) -> None:
        self.level, self.on_call = level, {"ada", "bob"}
        self.sees: dict[str, set[str]] = {}
        self.counted: dict[str, int] = {}
        self.off: set[str] = set()  # not committed yet

    def take(self, me: str, step: str) -> str:
        """Take one step; what its client is told."""
        if step == "begin" or self.level == "read committed":
            self.sees[me] = set(self.on_call)
        if step == "count":
            self.counted[me] = len(self.sees[me])
            return str(self.counted[me])
        if step == "write" and self.counted[me] > 1:
            self.off.add(me)
            return "off"
        if step == "commit" and me in self.off:
            # Both read what the other changes, and the other has committed.
            if self.level == "serializable" and self.sees[me] != self.on_call:
                return "40001"
            self.on_call.remove(me)
        return "-" if step == "write" else "ok"


def schedule(number: int) -> list[tuple[str, str]]:
    """Whose step is taken when, and which; of 70, counted from 1."""
    every = sorted({*permutations(["ada"] * 4 + ["bob"] * 4)})
    if not 0 < number <= len(every):
        raise ValueError(f"no schedule {number}: 1 to {len(every)}")
    left = {me: iter(STEPS) for me in OTHER}
    return [(me, next(left[me])) for me in every[number - 1]]


if __name__ == "__main__":
    databases = [Database(level) for level in LEVELS]
    lines = [(f"{SHOW} of 70", *LEVELS)]
    for me, step in schedule(SHOW):
        told = [database.take(me, step) for database in databases]
        lines.append((f"{me} {step}", *told))
    left = [str(len(database.on_call)) for database in databases]
    for title, *cells in [*lines, ("on call", *left)]:
        print(f"{title:12}", *(f"{cell:20}" for cell in cells[:2]), cells[2])
