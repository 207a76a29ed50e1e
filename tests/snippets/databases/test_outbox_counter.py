import sqlite3
from collections.abc import Iterator
from contextlib import closing
from random import Random

import pytest

from snippets.databases.outbox_counter import TABLES, Event, consume, publish


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        yield database


def events(database: sqlite3.Connection) -> list[Event]:
    return database.execute("SELECT * FROM outbox").fetchall()


def counts(database: sqlite3.Connection) -> dict[str, int]:
    return dict(database.execute("SELECT author, post_count FROM counts"))


def counted(database: sqlite3.Connection) -> dict[str, int]:
    query = "SELECT author, count(*) FROM posts GROUP BY author"
    return dict(database.execute(query))


def test_a_count_is_stale_until_the_event_is_consumed(
    database: sqlite3.Connection,
) -> None:
    publish(database, "ada")
    assert counts(database) == {}
    consume(database, events(database), remember=True)
    assert counts(database) == counted(database) == {"ada": 1}


def test_without_memory_a_second_delivery_counts_twice(
    database: sqlite3.Connection,
) -> None:
    publish(database, "ada")
    for _ in range(2):
        consume(database, events(database), remember=False)
    assert counts(database) == {"ada": 2}


def test_with_memory_any_order_and_number_of_deliveries_is_right(
    database: sqlite3.Connection,
) -> None:
    random = Random(17)
    for _ in range(50):
        publish(database, random.choice(["ada", "bob", "cyd"]))
    delivered = events(database) * 3
    random.shuffle(delivered)
    consume(database, delivered, remember=True)
    assert counts(database) == counted(database)


def test_post_and_event_are_stored_both_or_not_at_all(
    database: sqlite3.Connection,
) -> None:
    database.execute("DROP TABLE outbox")
    with pytest.raises(sqlite3.OperationalError):
        publish(database, "ada")
    assert counted(database) == {}


def test_a_consumer_that_dies_between_events_goes_on_where_it_was(
    database: sqlite3.Connection,
) -> None:
    for author in ["ada", "bob", "ada"]:
        publish(database, author)
    consume(database, events(database)[:2], remember=True)
    consume(database, events(database), remember=True)
    assert counts(database) == {"ada": 2, "bob": 1}
