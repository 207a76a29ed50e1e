import random

import pytest

from snippets.networking.reconnect_jitter import (
    BACK_AT,
    CLIENTS,
    END,
    HANDSHAKE,
    PATIENCE,
    run,
)


def doubled(failures: int) -> float:
    return min(30.0, 2.0**failures)


def test_clients_that_repeat_at_once_keep_the_server_busy_for_nothing() -> None:
    attempts, most, back, last = run(lambda _: 1.0)
    assert back == PATIENCE / HANDSHAKE < CLIENTS / 3
    assert last == BACK_AT + PATIENCE
    assert most == CLIENTS
    rounds = (END - BACK_AT) / (PATIENCE + 1)  # each waits, then pauses
    assert attempts == pytest.approx((CLIENTS - back) * rounds, rel=0.02)


def test_jitter_alone_does_not_lower_the_rate() -> None:
    rng = random.Random(1)
    _, _, back, _ = run(lambda _: rng.uniform(0, 2))
    assert back < CLIENTS / 2


def test_doubling_alone_brings_all_back_in_waves() -> None:
    attempts, most, back, last = run(doubled)
    assert (back, most) == (CLIENTS, CLIENTS)
    assert attempts > 2 * CLIENTS
    assert last > 60


@pytest.mark.parametrize("seed", range(3))
def test_doubling_with_jitter_brings_all_back_without_a_wave(seed: int) -> None:
    rng = random.Random(seed)
    attempts, most, back, last = run(lambda n: rng.uniform(0, doubled(n)))
    assert back == CLIENTS
    assert attempts < 1.1 * CLIENTS
    assert most < 1.5 / HANDSHAKE
    assert last < 60


def test_clients_that_come_one_by_one_are_all_served() -> None:
    turns = iter(range(CLIENTS))
    attempts, most, back, last = run(
        lambda _: BACK_AT + HANDSHAKE * next(turns)
    )
    assert (attempts, back) == (CLIENTS, CLIENTS)
    assert most == 1 / HANDSHAKE
    assert last == BACK_AT + CLIENTS * HANDSHAKE < END
