"""Replica script: a register on three replicas, and a network that you drive.

Messages take a second, answers none; the highest stamp wins. Further lines:
`drop ada b` (all of them), `part ada a` (from all others), `clock ada -5`.
Time: O(m log m) for m messages. Space: O(m).
Source: DeCandia et al., SOSP 2007, https://doi.org/10.1145/1294261.1294281
"""

from heapq import heappop, heappush
from itertools import count
from math import inf

SCRIPT = """
0 slow ada b 9
0 slow ada c 9
0 slow cyd a 9
1 ada write red 2
3 bob read 2
5 cyd read 2
"""
Entry = tuple[float, str]  # stamp, value


def run(script: str) -> list[str]:
    """What clients saw of register x, in the history checker's notation."""
    copies: dict[str, Entry] = dict.fromkeys("abc", (-inf, "0"))
    heap: list[tuple[float, int, list[str], Entry, list[Entry]]] = []
    times, history, order = dict[str, float](), dict[str, str](), count()
    cut = set[str]()
    for at, *words in map(str.split, script.strip().splitlines()):
        heappush(heap, (float(at), next(order), words, (-inf, ""), []))
    while heap and heap[0][0] < inf:
        now, _, words, entry, got = heappop(heap)
        match words:
            case ["part", *side]:
                cut = set(side)
            case ["drop", who, at]:
                times[f"{who} {at}"] = inf
            case ["slow" | "clock", *names, seconds]:
                times[" ".join(names)] = float(seconds)
            case [who, "write" | "read" as what, *value, need]:
                entry = (now + times.get(who, 0), value[0]) if value else entry
                op = str(next(order))
                history[op] = f"{who} {now:g}-? x {entry[1] or '?'} {what}"
                for at in (r for r in copies if (r in cut) == (who in cut)):
                    then = now + times.get(f"{who} {at}", 1), next(order)
                    heappush(heap, (*then, [at, op, need], entry, got))
            case [at, op, need]:
                copies[at] = max(copies[at], entry)
                got.append(copies[at])
                if len(got) == int(need):
                    seen = history[op].replace("?", f"{now:g}", 1)
                    history[op] = seen.replace("?", max(got)[1])
            case _:
                raise ValueError(f"Not understood: {' '.join(words)}")
    return [*history.values()]


if __name__ == "__main__":
    print(*run(SCRIPT), sep="\n")
