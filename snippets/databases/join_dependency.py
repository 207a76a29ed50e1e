"""Join dependency: tables that are joins, with no column determining another.

Time: O(rows * pieces) a join. Space: O(rows of the join).
Source: Kent, A simple guide to five normal forms, sections 4.1 and 4.2,
https://doi.org/10.1145/358024.358054
"""

type Row = dict[str, str]


def table(columns: str, *rows: str) -> list[Row]:
    """Rows of words, under the columns' names."""
    return [dict(zip(columns.split(), r.split(), strict=True)) for r in rows]


def projection(rows: list[Row], columns: str) -> list[Row]:
    """These columns alone, equal rows once."""
    found: list[Row] = []
    for row in rows:
        piece = {name: row[name] for name in columns.split()}
        if piece not in found:
            found.append(piece)
    return found


def invented(rows: list[Row], *parts: str) -> list[Row]:
    """What the parts give, joined, that was not in the table."""
    joined: list[Row] = [{}]
    for pieces in (projection(rows, part) for part in parts):
        joined = [
            row | piece
            for row in joined
            for piece in pieces
            if all(row.get(name, piece[name]) == piece[name] for name in piece)
        ]
    return [row for row in joined if row not in rows]


if __name__ == "__main__":
    lessons = table(
        "course teacher book",
        *("db ada codd", "db ada date", "db bob codd", "db bob date"),
    )
    by_course = ("course teacher", "course book")
    print(f"lessons, two parts: {len(invented(lessons, *by_course))} invented")
    print("without its last row:", *invented(lessons[:3], *by_course))

    sales = table(
        "agent company product",
        *("ada ford car", "ada gm truck", "ada ford truck", "bob ford truck"),
    )
    pairs = ("agent company", "company product", "agent product")
    for left, right in [(0, 1), (0, 2), (1, 2)]:
        found = len(invented(sales, pairs[left], pairs[right]))
        print(f"sales, ({pairs[left]}) + ({pairs[right]}): {found} invented")
    print(f"sales, all three parts: {len(invented(sales, *pairs))} invented")
