from random import Random

import pytest

from snippets.load_balancing import connection_age
from snippets.load_balancing.connection_age import CLIENTS, run


def test_without_a_limit_a_new_server_gets_nothing() -> None:
    assert run(10**6, 0.0, Random(1)) == ([0.0, 0.0, 0.0], 0)


def test_without_jitter_all_reconnect_in_one_second() -> None:
    assert run(300, 0.0, Random(1))[1] == CLIENTS


@pytest.mark.parametrize("jitter", [0.0, 0.1, 0.5])
def test_with_a_limit_it_gets_its_share(jitter: float) -> None:
    shares, _ = run(300, jitter, Random(2))
    assert shares[-1] == pytest.approx(1 / 11, abs=0.02)


def test_it_gets_none_before_it_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_age, "JOINS", 301)
    shares, _ = run(300, 0.0, Random(2))
    assert shares[0] == 0
    assert shares[1] == pytest.approx(1 / 11, abs=0.01)
    monkeypatch.setattr(connection_age, "JOINS", 300)
    assert run(300, 0.0, Random(2))[0][0] == pytest.approx(1 / 11, abs=0.01)


def test_after_the_mean_age_half_have_reconnected() -> None:
    assert run(300, 0.1, Random(2))[0][0] == pytest.approx(1 / 22, abs=0.01)


def test_jitter_spreads_the_reconnects() -> None:
    assert run(300, 0.1, Random(3))[1] < CLIENTS / 20
