"""What recovery promises, one promise per test."""

import contextlib
from random import Random
from typing import Any

import pytest
from solution import change, commit, records, recover

FIRST = {"ada": 100, "bob": 50, "cyd": 0}


def recovered(pages: dict[str, int], *log: bytes) -> dict[str, int]:
    """The pages after a restart."""
    pages = dict(pages)
    try:
        recover(pages, b"".join(log))
    except LookupError as error:
        pytest.fail(
            "A page may not be there. It was new and never written, or is "
            f"gone already: {error!r}."
        )
    return pages


def test_a_committed_change_is_redone() -> None:
    log = (change(1, "ada", 100, 70), change(1, "bob", 50, 80), commit(1))
    assert recovered(FIRST, *log) == {"ada": 70, "bob": 80, "cyd": 0}, (
        "Redo what was committed. The log has the commit, and the pages "
        "were not written before the crash."
    )


def test_a_page_may_have_the_change_already() -> None:
    log = (change(1, "ada", 100, 70), change(1, "ada", 70, 20), commit(1))
    for ada in [70, 20]:
        assert recovered(FIRST | {"ada": ada}, *log) == FIRST | {"ada": 20}, (
            "A page may have the change already. Redo sets it to the value "
            f"that the record has; the page was {ada} at the crash."
        )


def test_a_change_without_a_commit_is_ignored() -> None:
    assert recovered(FIRST, change(1, "ada", 100, 70)) == FIRST, (
        "No commit, no change. The pages were never written, and the log has "
        "no commit of transaction 1."
    )


def test_a_stolen_page_is_undone() -> None:
    stolen = FIRST | {"ada": 70}
    assert recovered(stolen, change(1, "ada", 100, 70)) == FIRST, (
        "Undo what reached a page and was not committed. Otherwise half of a "
        "transaction stays."
    )


def test_undo_goes_backwards() -> None:
    log = (change(1, "ada", 100, 70), change(1, "ada", 70, 20))
    assert recovered(FIRST | {"ada": 20}, *log) == FIRST, (
        "Undo from the end of the log to its beginning. The page was changed "
        "twice, and the oldest value must come last."
    )


def test_redo_follows_the_log() -> None:
    log = (
        *(change(2, "ada", 100, 70), change(1, "cyd", 0, 5), commit(2)),
        *(change(1, "ada", 70, 20), commit(1)),
    )
    assert recovered(FIRST, *log) == {"ada": 20, "bob": 50, "cyd": 5}, (
        "Redo in the order of the log. Transaction 1 began in between and "
        "changed the page after transaction 2 had committed."
    )


def test_a_loser_begins_from_what_was_committed() -> None:
    log = (change(1, "ada", 100, 70), commit(1), change(2, "ada", 70, 0))
    for ada in [100, 70, 0]:
        assert recovered(FIRST | {"ada": ada}, *log) == FIRST | {"ada": 70}, (
            "A loser goes back to what was committed. Transaction 2 changed "
            f"what 1 had committed; the page was {ada} at the crash."
        )


def test_a_commit_before_a_loser_in_the_log_counts() -> None:
    log = (
        *(change(1, "ada", 100, 70), change(2, "bob", 50, 80), commit(2)),
        change(1, "cyd", 0, 30),
    )
    stolen = {"ada": 70, "bob": 80, "cyd": 30}
    assert recovered(stolen, *log) == {"ada": 100, "bob": 80, "cyd": 0}, (
        "A commit is that of one transaction. Transaction 2 committed, and "
        "1, which began before it, did not."
    )


def test_zero_is_a_value_and_none_is_no_page() -> None:
    log = change(1, "cyd", 0, 30)
    assert recovered(FIRST | {"cyd": 30}, log) == FIRST, (
        "Zero is a value. A page whose old value is 0 gets it back."
    )
    log = change(1, "eve", None, 30)
    assert recovered(FIRST | {"eve": 30}, log) == FIRST, (
        "A page that did not exist before goes again. Its old value is None."
    )
    assert recovered(FIRST, log) == FIRST, (
        "A new page may not have reached the disk. Then there is nothing to "
        "remove."
    )
    assert recovered(FIRST, log, commit(1)) == FIRST | {"eve": 30}, (
        "A new page that was committed is there after the restart."
    )
    log = change(1, "ada", 100, 0) + commit(1)
    assert recovered(FIRST, log) == FIRST | {"ada": 0}, (
        "Zero is a value. A page whose new value is 0 gets it."
    )


def test_a_record_is_read_whole_or_not_at_all() -> None:
    log = change(1, "ada", 100, 70) + commit(1)
    last = change(2, "ada", 70, 20)
    expected: list[list[Any]] = [[1, "ada", 100, 70], [1]]
    for written in range(len(last)):
        torn = log + last[:written]
        try:
            read = records(torn)
        except Exception as error:
            pytest.fail(
                "A torn end is no error, it is where the log ends. With "
                f"{written} bytes of the last record came {error!r}."
            )
        assert read == expected, (
            "A record that is not whole is no record. Of the last one "
            f"{written} of {len(last)} bytes were written."
        )
    assert records(log + last) == [*expected, [2, "ada", 70, 20]], (
        "All records of a whole log are read."
    )


@pytest.mark.parametrize(
    "tail",
    [bytes(4), bytes(8), bytes(50), b"\xff" * 50, bytes(8) + commit(2)],
)
def test_what_lies_behind_the_end_is_no_record(tail: bytes) -> None:
    log = change(1, "ada", 100, 70) + commit(1)
    try:
        read = records(log + tail)
    except Exception as error:
        pytest.fail(
            "Bytes behind the end are no error, the log ends before them. "
            f"{tail[:8]!r} … gave {error!r}."
        )
    assert read == [[1, "ada", 100, 70], [1]], (
        "Space that was never written is no record. Zeros have length 0, and "
        "the checksum of nothing is 0: the log ends there, whatever follows."
    )


def test_a_damaged_record_ends_the_log() -> None:
    damaged = bytearray(change(2, "ada", 70, 20))
    damaged[-2] ^= 1
    log = change(1, "ada", 100, 70) + commit(1) + damaged
    assert records(log) == [[1, "ada", 100, 70], [1]], (
        "Compare the checksum. A record of the right length with a wrong byte "
        "was not written whole."
    )
    assert records(log + commit(2)) == [[1, "ada", 100, 70], [1]], (
        "Behind a damaged record nothing counts. The flush was broken off "
        "there, and what follows may be older bytes."
    )


def test_a_torn_commit_is_no_commit() -> None:
    log = change(1, "ada", 100, 70) + commit(1)[:-1]
    assert recovered(FIRST | {"ada": 70}, log) == FIRST, (
        "A torn commit is no commit. It was not acknowledged either."
    )


class Crashing(dict[str, int]):
    """Pages whose disk stops after some writes."""

    writes = 10**9

    def _write(self) -> None:
        self.writes -= 1
        if self.writes < 0:
            raise InterruptedError

    def __setitem__(self, page: str, value: int) -> None:
        self._write()
        super().__setitem__(page, value)

    def pop(self, *page: Any) -> Any:
        self._write()
        return super().pop(*page)

    def __delitem__(self, page: str) -> None:
        self._write()
        super().__delitem__(page)

    def clear(self) -> None:
        for page in list(self):
            del self[page]

    def update(self, *pages: Any) -> None:  # type: ignore[override]
        for page, value in dict(*pages).items():
            self[page] = value

    def __ior__(self, pages: Any) -> Any:  # type: ignore[misc]
        self.update(pages)
        return self


def history(random: Random) -> tuple[list[bytes], list[dict[str, int]]]:
    """A log, and what is committed after each of its records."""
    now, committed = dict(FIRST), dict(FIRST)
    log, states = list[bytes](), [dict(FIRST)]
    owner: dict[str, int] = {}
    number = {lane: lane + 1 for lane in range(3)}
    for _ in range(random.randint(0, 25)):
        lane = random.randrange(3)
        transaction = number[lane]
        mine = [page for page in owner if owner[page] == transaction]
        if random.random() < 0.3 and mine:
            log.append(commit(transaction))
            for page in mine:
                committed[page] = now[page]
                del owner[page]
            number[lane] += 3
        else:
            free = [p for p in "ada bob cyd eve".split() if p not in owner]
            if not free + mine:
                continue
            page, value = random.choice(free + mine), random.randrange(100)
            log.append(change(transaction, page, now.get(page), value))
            owner[page] = transaction
            now[page] = value
        states.append(dict(committed))
    return log, states


def test_any_crash_and_a_crash_while_recovering() -> None:
    random = Random(1)
    for _ in range(300):
        log, states = history(random)
        flushed = random.randint(0, len(log))
        written = b"".join(log[:flushed])
        pages = Crashing(FIRST)
        for frame in log[:flushed]:  # some pages were written, at some time
            [body] = records(frame)
            if len(body) == 4 and random.random() < 0.5:
                pages[body[1]] = body[3]
        before = dict(pages)
        pages.writes = random.randint(0, 10)
        with contextlib.suppress(InterruptedError):
            recover(pages, written)
        pages.writes = 10**9
        recover(pages, written)
        assert FIRST.keys() <= pages.keys(), (
            "A restart may crash as well. Pages of which the log says nothing "
            f"must outlive that: {sorted(pages)} are left. Change what the "
            "log names, and nothing else."
        )
        assert pages == states[flushed], (
            "After any crash the committed state is there. The pages were "
            f"{before}, the log {records(written)}; expected "
            f"{states[flushed]}, got {dict(pages)}. The restart itself may be "
            "interrupted, and begins again."
        )
        recover(pages, written)
        assert pages == states[flushed], (
            "Recovery may run twice. The second time changes nothing."
        )
