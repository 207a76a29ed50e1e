"""Read rules: neither a majority nor a master is enough by itself.

Each story gives what clients saw, in the notation of the history checker.
Three replicas hold (version, value); a read takes the highest version asked.

Time: O(replicas) per operation. Space: O(replicas).
Source: Attiya, Bar-Noy, Dolev, 1995, https://doi.org/10.1145/200836.200869
"""

EMPTY, NEW = (0, "0"), (1, "1")


def one_write() -> list[str]:
    """A write is confirmed by one replica, a read asks two of three."""
    replicas = [NEW, EMPTY, EMPTY]
    return ["ada 0-1 x 1 write", f"bob 2-3 x {max(replicas[1:])[1]} read"]


def in_flight(*, write_back: bool) -> list[str]:
    """Both are majorities. The write has reached one replica when two read."""
    replicas = [NEW, EMPTY, EMPTY]
    first = max(replicas[0], replicas[1])
    if write_back:  # a majority has what the reader returns
        replicas[0] = replicas[1] = first
    second = max(replicas[1], replicas[2])
    return [
        "ada 0-9 x 1 write",
        f"bob 1-2 x {first[1]} read",
        f"cyd 3-4 x {second[1]} read",
    ]


def old_master(*, asks_majority: bool) -> list[str]:
    """A master is cut off, the others elect a new one, which takes a write."""
    terms = [1, 2, 2]  # of the last election that each replica knows
    confirmed = sum(term == 1 for term in terms)
    answers = not asks_majority or confirmed > len(terms) // 2
    read = "bob 2-3 x 0 read" if answers else "bob 2-? x ? read"
    return ["ada 0-1 x 1 write", read]


if __name__ == "__main__":
    stories = {
        "write to one, read from two of three": one_write(),
        "write to two, read from two": in_flight(write_back=False),
        "the same, and a reader writes back": in_flight(write_back=True),
        "an old master answers": old_master(asks_majority=False),
        "an old master asks a majority first": old_master(asks_majority=True),
    }
    for name, history in stories.items():
        print(f"{name}:")
        for line in history:
            print(f"  {line}")
