"""More than the least is safe as well: it is only slower."""

type Cell = tuple[int, str]  # stamp, value
type Row = dict[str, Cell]  # by column


def is_safe(votes: dict[str, int], r: int, w: int) -> bool:
    """Whether each read meets each write, and any two writes meet.

    A read needs r votes, a write w, and a replica's name gives its votes.
    A quorum that no set of replicas reaches is not safe either.
    """
    total = sum(votes.values())
    return r + w == total + 1 and 2 * w > total and max(r, w) <= total


def resolve(
    answers: dict[str, Row | None], votes: dict[str, int], r: int
) -> tuple[Row, dict[str, Row]] | None:
    """The newest row, and for each replica what it has to be sent.

    None if those that answered have less than r votes; an answer None is a
    replica that gave none. In each column the higher stamp is newer, and of
    equal stamps the larger value. Only replicas that answered and lack
    something are sent something: the cells that they lack.
    """
    rows = {name: row for name, row in answers.items() if row is not None}
    if sum(votes[name] for name in rows) < r:
        return None
    newest: Row = {}
    for row in rows.values():
        for column, cell in row.items():
            newest[column] = max(cell, newest.get(column, cell))
    repairs = {}
    for name, row in rows.items():
        lacks = {c: cell for c, cell in newest.items() if row.get(c) != cell}
        if lacks:
            repairs[name] = lacks
    return newest, repairs
