"""Two-phase commit: all or nothing, but who has promised can't decide alone.

A coordinator asks two banks to prepare, notes its decision, and tells them. It
dies after some step. A bank that has heard nothing may abort as long as it has
not promised; afterwards it can only ask whoever is left.
Time: O(steps * banks). Space: O(banks).
Source: Gray, Lamport, "Consensus on transaction commit", ACM TODS 31(1), 2006,
section 3, https://doi.org/10.1145/1132863.1132867
"""

STEPS = ["prepares A", "prepares B", "notes commit"]
STEPS += ["commits A", "commits B", "ends"]
OPEN, PROMISED, COMMITTED, ABORTED = "open", "ready", "commit", "abort"


def after(steps: int) -> list[str]:
    """What A and B know when the coordinator dies after so many steps."""
    known = [OPEN, OPEN]
    for step in STEPS[:steps]:
        verb, *bank = step.split()
        if bank in (["A"], ["B"]):
            i = "AB".index(bank[0])
            known[i] = PROMISED if verb == "prepares" else COMMITTED
    return known


def ask(known: list[str], reachable: list[int]) -> list[str]:
    """What the reachable banks decide together; `wait` if they can't."""
    told = [known[i] for i in reachable]
    if COMMITTED in told:
        end = COMMITTED
    elif OPEN in told:  # it aborts, so nobody can have committed
        end = ABORTED
    else:
        end = "wait"
    return [end if i in reachable else "down" for i in range(len(known))]


def guess(known: list[str], outcome: str) -> list[str]:
    """What each decides by a timeout: who has promised, by the guess."""
    own = {OPEN: ABORTED, PROMISED: outcome}
    return [own.get(state, state) for state in known]


if __name__ == "__main__":
    titles = "A/B know      they ask      A is down     guess abort   or commit"
    print(f"dies before it {titles}")
    for i, step in enumerate(STEPS):
        known = after(i)
        ends = [known, ask(known, [0, 1]), ask(known, [1])]
        ends += [guess(known, ABORTED), guess(known, COMMITTED)]
        row = f"{step:14}"
        for pair in ends:
            decided = [*pair, COMMITTED if i > 2 else OPEN]
            torn = "!" * ({COMMITTED, ABORTED} <= {*decided})
            row += f" {'/'.join(pair) + torn:13}"
        print(row.rstrip())
