"""Session guarantees: which of the four these replicas keep.

A line is `ada oslo write x=1`, `ada rome read x`, or `copy x=1 rome`, by which
a replica gets a write. No register=value is written twice.

Time: O(n) sets per line. Space: O(n^2).
Source: Terry et al., "Session guarantees for weakly consistent replicated
data", 1994, https://doi.org/10.1109/PDIS.1994.331722
"""

from collections import defaultdict

LOG = """
ada oslo write post=1
bob oslo read  post
bob rome read  post
bob rome write reply=1
copy reply=1 oslo
copy post=1 rome
"""
GUARANTEES = ["read your writes", "monotonic reads"]
GUARANTEES += ["monotonic writes", "writes follow reads"]


def check(log: str) -> dict[str, list[str]]:
    """For each guarantee that is broken, the two lines and what is missing."""
    broken = defaultdict[str, list[str]](list)
    held = defaultdict[str, list[str]](list)  # by replica
    wrote = defaultdict[str, dict[str, str]](dict)  # by client, with its line
    saw = defaultdict[str, dict[str, str]](dict)  # what its reads gave
    needs: dict[str, tuple[dict[str, str], dict[str, str]]] = {}  # by write
    for line in log.strip().splitlines():
        who, place, kind, what = (*line.split(), line.split()[1])[:4]
        if who == "copy":
            place, kind, what = kind, "copy", place
        elif kind == "write":
            needs[what] = wrote[who].copy(), saw[who].copy()
            wrote[who][what] = line
        first = 0 if kind == "read" else 2
        before = (wrote[who], saw[who]) if kind == "read" else needs[what]
        for name, past in zip(GUARANTEES[first:], before, strict=False):
            for write, why in past.items():
                if write not in held[place]:
                    broken[name] += [f"{why}\n  {line}: without {write}"]
        if kind != "read":
            held[place].append(what)
        else:
            found = [w for w in held[place] if w.split("=")[0] == what]
            for write in found[-1:]:
                saw[who].setdefault(write, line)
    return dict(broken)


if __name__ == "__main__":
    for name in GUARANTEES:
        found = check(LOG).get(name, [])
        print(f"{name}:", "no, these contradict" if found else "kept")
        for lines in found[:1]:
            print(f"  {lines}")
