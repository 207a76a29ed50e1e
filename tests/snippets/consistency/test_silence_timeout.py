from random import Random

import pytest

from snippets.consistency.silence_timeout import (
    DAYS,
    SEED,
    TIMEOUTS,
    heard,
    silences,
    suspicions,
)


def test_crash_cut_and_pause_look_the_same_until_they_end() -> None:
    assert heard("crash", 8) == heard("cut", 8) == heard("pause", 8)
    assert heard("pause", 10) == [0, 1, 2, 8, 9]
    assert heard("crash", 10) == [0, 1, 2]
    assert heard("cut", 62)[-2:] == [60, 61]


def test_a_longer_timeout_suspects_no_more() -> None:
    found = silences(Random(SEED), DAYS)
    counts = [len(suspicions(found, timeout)) for timeout in TIMEOUTS]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0


def test_a_silence_as_long_as_the_timeout_is_no_reason_yet() -> None:
    found = [("loss", 3.0), ("cut", 3.1)]
    assert suspicions(found, 3.0) == ["cut"]


def test_losses_in_a_row_follow_the_geometric_law() -> None:
    found = silences(Random(SEED), DAYS)
    losses = suspicions(found, 1.5).count("loss")
    assert losses == 200 * DAYS
    longer = suspicions(found, 2.5).count("loss")
    assert longer / losses == pytest.approx(0.1, rel=0.1)
