"""Raft replication: an entry is taken only behind one that matches.

An entry is its term and a command. The leader sends the entries behind one
that it names by index and term; who lacks that one refuses, and the leader
goes back. An entry that disagrees is removed, with all behind it.
Time: O(entries) messages at worst. Space: O(entries).
Source: Ongaro, Ousterhout, Raft (extended version), 2014, section 5.3
"""

Log = list[tuple[int, str]]


def take(log: Log, previous: int, term: int, entries: Log) -> bool:
    """Whether the follower has the entry that comes before `entries`.

    `previous` is its index, from 1 on, and 0 for the beginning.
    """
    if previous > len(log) or (previous and log[previous - 1][0] != term):
        return False
    for i, entry in enumerate(entries, previous):
        if i < len(log) and log[i][0] != entry[0]:
            del log[i:]
        if i == len(log):
            log.append(entry)
    return True


def bring_up_to_date(leader: Log, follower: Log) -> int:
    """Send the last entry, then more; returns after how many messages."""
    for sent, previous in enumerate(reversed(range(len(leader))), 1):
        term = leader[previous - 1][0] if previous else 0
        if take(follower, previous, term, leader[previous:]):
            return sent
    raise AssertionError("The beginning matches any log.")


def written(terms: str) -> Log:
    """A log in which each entry bears its term's digit."""
    return [(int(t), f"{t}.{i}") for i, t in enumerate(terms, 1)]


def terms_of(log: Log) -> str:
    """The other way round."""
    return "".join(str(term) for term, _ in log)


if __name__ == "__main__":
    leader = written("11144556668")  # of term 8
    print(f"leader: {terms_of(leader)}")
    print("follower      unchecked     messages  checked")
    logs = ["111445566", "1114", "11144556666", "111445566677", "1114444"]
    for terms in [*logs, "11122233333"]:
        unchecked = written(terms)
        unchecked[10:] = leader[10:]
        log = written(terms)
        sent = bring_up_to_date(leader, log)
        print(f"{terms:14}{terms_of(unchecked):13}{sent:9}  {terms_of(log)}")
