"""Write-ahead log: what was acknowledged survives, what was half done doesn't.

Time: O(log) to recover. Space: O(log).
Source: C. Mohan et al., ARIES, ACM TODS 17(1), 1992, section 1.1,
https://doi.org/10.1145/128765.128770
"""

type Record = tuple[str, int, int]  # name, value before, value after
STATES = [  # before, between and after two transfers
    {"ada": 100, "bob": 50, "cyd": 20},
    {"ada": 70, "bob": 80, "cyd": 20},
    {"ada": 70, "bob": 90, "cyd": 10},
]
RIGHT = """ada=70 bob=80 commit=1 flush flush flush acknowledge ada
    cyd=10 flush cyd bob=90 commit=2 flush flush acknowledge bob"""
EARLY = RIGHT.replace("flush acknowledge", "acknowledge flush")
PAGE_FIRST = RIGHT.replace("flush cyd", "cyd flush")
PLANS = {  # the steps in their order, and what a restart does
    "the rule": (RIGHT, "redo, undo"),
    "no redo": (RIGHT, "undo"),
    "no undo": (RIGHT, "redo"),
    "acknowledge, then flush": (EARLY, "redo, undo"),
    "page, then its record": (PAGE_FIRST, "redo, undo"),
}


def recover(pages: dict[str, int], log: list[Record], how: str) -> None:
    """Bring the pages to the state after the last commit in the log."""
    end = max((n for n, r in enumerate(log, 1) if r[0] == "commit"), default=0)
    if "redo" in how:
        pages |= {name: new for name, _, new in log[:end] if name in pages}
    if "undo" in how:
        pages |= {name: old for name, old, _ in reversed(log[end:])}


def outcome(steps: list[str], how: str) -> str:
    """What a crash after these steps and a restart leave: right, half, lost."""
    memory, pages = STATES[0].copy(), STATES[0].copy()
    records: list[Record] = []
    for step in steps:
        name, _, new = step.partition("=")
        if new:
            records.append((name, memory.get(name, 0), int(new)))
            memory[name] = int(new)
        elif step in pages:
            pages[name] = memory[name]
    log = records[: steps.count("flush")]  # each flush adds one record to it
    recover(pages, log, how)
    if pages not in STATES:
        return "half"
    lost = STATES.index(pages) < steps.count("acknowledge")
    return "lost" if lost else "right"


if __name__ == "__main__":
    print(" " * 23 + (ways := "right half lost"))
    for plan, (text, how) in PLANS.items():
        steps = text.split()
        ends = [outcome(steps[:n], how) for n in range(len(steps) + 1)]
        print(f"{plan:23}", *(f"{ends.count(way):4}" for way in ways.split()))
