"""Of those that fit, take the ones with the fewest answers in all."""

from itertools import product

LEVELS = ["ONE", "LOCAL_ONE", "QUORUM", "LOCAL_QUORUM", "EACH_QUORUM", "ALL"]
Counts = dict[str, int]  # of replicas, by datacentre


def enough(level: str, home: str, have: Counts, replicas: Counts) -> bool:
    """Whether a coordinator at home is content with these answers."""
    total = sum(replicas.values())
    match level:
        case "ONE":
            return sum(have.values()) >= 1
        case "LOCAL_ONE":
            return have[home] >= 1
        case "QUORUM":
            return sum(have.values()) >= total // 2 + 1
        case "LOCAL_QUORUM":
            return have[home] >= replicas[home] // 2 + 1
        case "EACH_QUORUM":
            return all(have[d] >= n // 2 + 1 for d, n in replicas.items())
    return have == replicas


def waits(level: str, home: str, replicas: Counts) -> int:
    """How many answers a coordinator at home waits for."""
    return min(
        sum(have.values())
        for have in subsets(replicas)
        if enough(level, home, have, replicas)
    )


def subsets(replicas: Counts) -> list[Counts]:
    """All ways in which some of the replicas may have answered."""
    choices = product(*(range(n + 1) for n in replicas.values()))
    return [dict(zip(replicas, have, strict=True)) for have in choices]


def sees(
    write: str, writer: str, read: str, reader: str, replicas: Counts
) -> bool:
    """Whether each read meets each acknowledged write, whoever answers.

    The writer's coordinator and the reader's may be in two datacentres.
    """
    written = [
        h for h in subsets(replicas) if enough(write, writer, h, replicas)
    ]
    asked = [h for h in subsets(replicas) if enough(read, reader, h, replicas)]
    return all(
        any(w[place] + r[place] > n for place, n in replicas.items())
        for w in written
        for r in asked
    )


def choose(
    writer: str, reader: str, replicas: Counts, down: Counts
) -> tuple[str, str] | None:
    """Levels for write and read that see, and are answered in this fault.

    Of these the ones that wait for the fewest answers, added up; of equals
    the ones with the fewest for the read. None if there are none.
    """
    up = {place: n - down[place] for place, n in replicas.items()}
    fit = [
        (write, read)
        for write, read in product(LEVELS, repeat=2)
        if enough(write, writer, up, replicas)
        and enough(read, writer, up, replicas)
        and sees(write, writer, read, reader, replicas)
    ]

    def cost(pair: tuple[str, str]) -> tuple[int, int]:
        last = waits(pair[1], reader, replicas)
        return waits(pair[0], writer, replicas) + last, last

    return min(fit, key=cost, default=None)
