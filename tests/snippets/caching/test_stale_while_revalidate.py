import pytest

from snippets.caching.stale_while_revalidate import (
    IF_ERROR,
    MAX_AGE,
    WHILE_REVALIDATE,
    Key,
)

EDGE = MAX_AGE + WHILE_REVALIDATE


@pytest.mark.parametrize(
    ("age", "answer", "started"),
    [
        (0.0, "fresh", 0),
        (MAX_AGE - 0.001, "fresh", 0),
        (MAX_AGE, "stale", 1),
        (EDGE - 0.001, "stale", 1),
        (EDGE, "wait", 1),
    ],
)
def test_the_windows_open_and_close_at_their_second(
    age: float, answer: str, started: int
) -> None:
    key = Key(stored_at=1_000.0)
    assert key.get(1_000 + age) == answer
    assert key.started == started


@pytest.mark.parametrize("age", [MAX_AGE, EDGE])
def test_a_thousand_requests_start_one_refresh(age: float) -> None:
    key = Key(stored_at=0.0)
    for _ in range(1_000):
        key.get(age)
    assert key.started == 1


def test_without_the_flag_each_of_a_thousand_would_start_one() -> None:
    key = Key(stored_at=0.0)
    for _ in range(1_000):
        key.in_flight = False
        key.get(MAX_AGE)
    assert key.started == 1_000


def test_a_new_copy_is_fresh_and_the_next_staleness_refreshes_again() -> None:
    key = Key(stored_at=0.0)
    key.get(MAX_AGE)
    key.stored(MAX_AGE + 1)
    assert key.get(2 * MAX_AGE) == "fresh"
    assert key.get(2 * MAX_AGE + 1) == "stale"
    assert key.started == 2


def test_after_an_error_old_copies_answer_for_longer() -> None:
    key = Key(stored_at=0.0)
    assert key.get(EDGE) == "wait"
    key.failed()
    assert key.get(EDGE) == "stale"
    key.failed()
    assert key.get(MAX_AGE + IF_ERROR - 0.001) == "stale"
    key.failed()
    assert key.get(MAX_AGE + IF_ERROR) == "wait"


def test_an_error_never_shortens_the_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snippets.caching.stale_while_revalidate.IF_ERROR", 1)
    key = Key(stored_at=0.0)
    key.get(MAX_AGE)
    key.failed()
    assert key.get(EDGE - 0.001) == "stale"


def test_a_failed_refresh_does_not_block_the_next() -> None:
    key = Key(stored_at=0.0)
    key.get(MAX_AGE)
    key.failed()
    key.get(MAX_AGE)
    assert key.started == 2


def test_a_success_ends_the_mercy_for_errors() -> None:
    key = Key(stored_at=0.0)
    key.get(MAX_AGE)
    key.failed()
    key.get(MAX_AGE)
    key.stored(100.0)
    assert key.get(100 + EDGE) == "wait"
