from random import Random

from snippets.databases.sqlite_pages import ROWS, filled, pages


def test_ascending_keys_fill_the_pages_better_than_random_ones() -> None:
    ascending, _ = pages(filled(list(range(ROWS))))
    random, _ = pages(filled(Random(2).sample(range(ROWS), ROWS)))
    assert 1.05 * ascending < random < 1.3 * ascending


def test_a_delete_leaves_the_file_as_large_as_it_was() -> None:
    database = filled(list(range(ROWS)))
    before, free = pages(database)
    assert free == 0
    database.execute("DELETE FROM users")
    database.commit()
    after, free = pages(database)
    assert after == before
    assert free >= before - 3


def test_free_pages_are_used_again() -> None:
    database = filled(list(range(ROWS)))
    before, _ = pages(database)
    database.execute("DELETE FROM users WHERE id < 10000")
    rows = ((ROWS + key, "y" * 100) for key in range(10_000))
    database.executemany("INSERT INTO users VALUES (?, ?)", rows)
    database.commit()
    assert pages(database)[0] <= before + 3


def test_vacuum_gives_them_back() -> None:
    database = filled(list(range(ROWS)))
    before, _ = pages(database)
    database.execute("DELETE FROM users WHERE id >= 2000")
    database.commit()
    database.execute("VACUUM")
    after, free = pages(database)
    assert free == 0
    assert after < before / 8
